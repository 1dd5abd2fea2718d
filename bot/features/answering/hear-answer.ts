import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Kept } from '../../duty/of-tenant/chat-effects.ts';
import type { Card } from '../../../cards/card.ts';
import { cut, plain } from '../../../cards/plain-text.ts';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import { kindOf } from '../../kinds/index.ts';
import { contextFor } from '../../duty/duty.ts';
import { waitsFor } from '../../duty/answering/quorum.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import { words } from '../../views/texts.ts';
import { cardFor } from '../../casework/card-for.ts';
import { laidDownFor } from '../../casework/people/laid-down.ts';
import type { Services } from '../../ports/services.ts';
import { readSentence } from '../../sentences/read.ts';
import { findReferences } from '../../sentences/references.ts';
import { tokensOf } from '../../sentences/tokens.ts';
import type { Heard, Said } from './listen.ts';

/** A card that was filled in from a sentence; once it is sent it is a copy like any other. */
export interface Filled {
  readonly card: Card;
  readonly keeps: Kept;
}

// What was typed stands above the form; the whole of it is in the note.
const longestShown = 200;

/**
 * Reads a sentence back as the card of the duty, filled in. Nothing is recorded before the person presses its button. Where
 * no outcome was clearly said it stays open, and the person's words are the note.
 */
export async function readBack(
  services: Services,
  {
    heard: { duty, reading },
    said: { person, text },
  }: { readonly heard: Heard; readonly said: Pick<Said, 'person' | 'text'> },
  reader: ReaderNow,
): Promise<Filled> {
  const kind = kindOf(duty.kind);
  const said = words[reader.language];
  const shown = plain(cut(text, longestShown));
  const told = reading.outcome === undefined ? said.noted(shown) : said.heard(shown);
  const typed = kind.filledFrom(reading, text);
  const card = kind.byRow
    ? await cardFor(services, { duty, person }, reader)
    : dutyCard(
        duty,
        {
          viewer: person.aadObjectId,
          form: {
            typed,
            told,
            via: 'chat',
            again: true,
            laidDown: await laidDownFor(services, duty, {
              person: person.aadObjectId,
              outcome: reading.outcome,
              typed,
            }),
          },
        },
        reader,
      );
  const { aadObjectId, name } = person;
  const keeps = {
    type: 'copy',
    duty: duty.id,
    person: { aadObjectId, name },
    shown: duty.revision,
  } as const;
  return { card, keeps };
}

/** Reads what was typed before a duty was chosen as being about that duty; undefined where it waits for no answer of theirs, or may hold a password. */
export async function readAs(
  services: Services,
  { ref, person, text }: { readonly ref: DutyRef; readonly person: Person; readonly text: string },
  reader: ReaderNow,
): Promise<Filled | undefined> {
  // It came back in a button: what may be a password is not read back, nor kept with the card that would show it.
  if (looksLikeSecret(text)) return undefined;
  const read = await services.store.duties.load(ref);
  if (!read || !waitsFor(read.value, person.aadObjectId)) return undefined;
  const { value: duty } = read;
  const { grammar, lineLabels } = kindOf(duty.kind);
  const lines = lineLabels(contextFor(duty, person.aadObjectId, undefined), reader);
  const own = { lines, texts: [duty.title, duty.system] };
  const { tokens } = findReferences(
    tokensOf(text),
    [{ reference: duty.reference, open: true }],
    new Set(),
  );
  return readBack(
    services,
    { heard: { duty, reading: readSentence(tokens, { grammar, own }) }, said: { person, text } },
    reader,
  );
}
