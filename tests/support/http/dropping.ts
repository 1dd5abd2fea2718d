import type { Person } from '../teams/activities.ts';
import { personalConversation } from '../teams/activities.ts';
import type { TestApp } from '../app.ts';
import type { Card } from '../cards/card-reader.ts';
import { cardOf } from '../cards/card-reader.ts';
import { defined } from '../duties/duties.ts';
import type { Storage } from '../store/storage.ts';
import { dropFiles, droppedFile } from '../store/storage.ts';

let files = 0;

/** Drops a file in somebody's chat with the bot and gives back the card with which it answers. */
export async function dropFile(
  app: TestApp,
  {
    storage,
    person,
    name,
    bytes,
  }: {
    readonly storage: Storage;
    readonly person: Person;
    readonly name: string;
    readonly bytes: Uint8Array | string;
  },
): Promise<Card> {
  files += 1;
  const address = storage.file(`/dropped-${String(files)}`, bytes);
  await dropFiles(app, { person, files: [droppedFile(name, address)] });
  await app.idle();
  const newest = defined(app.connector.messagesIn(personalConversation(person)).at(-1));
  return cardOf(newest.activity);
}

/** Lines as a CSV file, the heading first. */
export const csv = (...lines: readonly string[]): string => lines.join('\r\n');
