import { config } from 'dotenv';
import { explain, startBot } from './start.ts';

async function run(): Promise<void> {
  config({ quiet: true });
  const app = await startBot(process.env);
  const stop = (): void => {
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        explain(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

run().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
