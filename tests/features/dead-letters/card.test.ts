import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { RestError } from '@azure/data-tables';
import { errorClass } from '../../../bot/delivery/retry.ts';
import { deadLetterCard } from '../../../bot/features/dead-letters/card.ts';
import { Unreadable } from '../../../bot/files/problems.ts';
import { TokenError } from '../../../bot/teams/identity/tokens.ts';
import { connectorFault } from '../../../bot/teams/messages/sending.ts';
import { dutch, english, fixedNow } from '../../support/duties/duties.ts';

const status = (statusCode: number) => new RestError('Anna', { statusCode });
const named = (name: string) => Object.assign(new Error('Anna'), { name });

/** What an effect ran into, and what the IT team reads of it. */
const causes: readonly (readonly [unknown, string, string])[] = [
  [
    connectorFault(status(500), 0),
    'Teams nam dit niet aan en zei niet waarom.',
    'Teams did not accept this and did not say why.',
  ],
  [
    new TokenError('token-refused', 60),
    'De bot kreeg geen toegang van Microsoft.',
    'Microsoft did not let the bot in.',
  ],
  [status(401), 'De bot kreeg geen toegang van Microsoft.', 'Microsoft did not let the bot in.'],
  [status(403), 'De opslag of Teams weigerde dit.', 'The storage or Teams refused this.'],
  [status(413), 'De opslag of Teams weigerde dit.', 'The storage or Teams refused this.'],
  [status(503), 'De opslag of Teams gaf geen antwoord.', 'The storage or Teams did not answer.'],
  [
    new RestError('Anna'),
    'De opslag of Teams gaf geen antwoord.',
    'The storage or Teams did not answer.',
  ],
  [
    named('TimeoutError'),
    'De opslag of Teams gaf geen antwoord.',
    'The storage or Teams did not answer.',
  ],
  [
    new Unreadable({ code: 'password' }),
    'Een bestand was niet te lezen.',
    'A file could not be read.',
  ],
  [new TypeError('Anna'), 'De bot deed zelf iets verkeerd.', 'The bot itself did something wrong.'],
  [new Error('Anna'), 'De bot deed zelf iets verkeerd.', 'The bot itself did something wrong.'],
  [undefined, 'De bot deed zelf iets verkeerd.', 'The bot itself did something wrong.'],
  ['Anna', 'De bot deed zelf iets verkeerd.', 'The bot itself did something wrong.'],
  [
    named('JWKSNoMatchingKey'),
    'De bot weet niet waardoor dit misging.',
    'The bot does not know what went wrong.',
  ],
];

describe('what the IT team reads of something that the bot gave up', () => {
  for (const [error, inDutch, inEnglish] of causes) {
    const known = errorClass(error);

    it(`says in words what came in the way, without its class: ${known}`, () => {
      const given = {
        what: 'post-card',
        title: 'CHG-4711',
        errorClass: known,
        at: fixedNow,
      } as const;
      const [nl = '', en = ''] = [dutch, english].map((reader) =>
        JSON.stringify(deadLetterCard([given], 0, reader)),
      );

      assert.ok(nl.includes(`${inDutch} Laatst geprobeerd: `), nl);
      assert.ok(en.includes(`${inEnglish} Last tried: `), en);
      // A word such as "string" may stand in a sentence.
      if (/[A-Z]/.test(known)) for (const told of [nl, en]) assert.ok(!told.includes(known), told);
    });
  }
});
