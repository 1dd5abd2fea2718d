import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Verdict = 'whole' | 'not-whole' | 'unusable';
export type Python = ReturnType<typeof startPython>;

// Runs `main` of the verifier for each line of arguments, and says with what it would have ended.
const driver = `
import contextlib, io, json, sys
sys.path.insert(0, sys.argv[1])
import controleer
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = controleer.main(json.loads(line))
    print(json.dumps([status, said.getvalue()]), flush=True)
`;

/** The Python verifier in one process: starting it for each of a hundred dossiers takes longer than they do. */
export function startPython(folder: string) {
  const child = spawn('python3', ['-B', '-c', driver, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (path: string, notes: readonly string[]): Promise<[number, string]> => {
    child.stdin.write(`${JSON.stringify([path, ...notes])}\n`);
    const answer: unknown = (await answers.next()).value;
    return JSON.parse(String(answer)) as [number, string];
  };
  return {
    /** Its verdict, and what it prints. */
    said: async (path: string, notes: readonly string[] = []): Promise<[Verdict, string]> => {
      const [status, said] = await ask(path, notes);
      const verdict = (['whole', 'not-whole', 'unusable'] as const)[status];
      if (!verdict) throw new Error(`The verifier ended with ${String(status)}: ${said}`);
      return [verdict, said];
    },
    stop: () => void child.kill(),
  };
}
