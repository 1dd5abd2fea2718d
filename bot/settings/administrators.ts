import type { PersonId } from '../duty/ids.ts';
import { parsePersonId } from '../duty/ids.ts';

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads who may make a channel the IT channel, as Entra object ids with commas; puts what is wrong with the
 * problems. Nobody at all where it is not set.
 */
export function readAdministrators(written: string, problems: string[]): ReadonlySet<PersonId> {
  const named = written
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const ids = named.flatMap((id) =>
    objectId.test(id) && !/^[0-]+$/.test(id) ? (parsePersonId(id) ?? []) : [],
  );
  if (ids.length !== named.length)
    problems.push(
      'ADMINISTRATORS must be Entra object ids with commas between them, such as 00000000-aaaa-4bbb-8ccc-000000000009.',
    );
  return new Set(ids);
}
