import assert from 'node:assert/strict';
import { requestersIn } from '../../bot/casework/people/requesters.ts';
import type { Person } from '../../bot/duty/ids.ts';
import { anna, anOpening, aPerson, bram, carla, tenant } from '../support/duties/duties.ts';
import type { Known } from '../support/rights.ts';
import { knowing } from '../support/rights.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Bos');
const secondDora = aPerson('22222222-aaaa-4bbb-8ccc-000000000005', 'Dora Bos');

const found = (requestedBy: string | undefined, known: Known, asking: readonly Person[] = [anna]) =>
  requestersIn(knowing(known), tenant, {
    kind: 'verify-change',
    details: {
      summary: 'Nieuwe btw-codes',
      impact: 'high',
      ...(requestedBy === undefined ? {} : { requestedBy }),
    },
    assignees: anOpening('verify-change', {
      assignees: asking.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    }).assignees,
  });
const entry = { system: 'Unit4', kind: '*', responsible: bram } as const;

describe('who asked for a change', () => {
  for (const [where, known, asking] of [
    ['among those who are asked', {}, [anna, dora]],
    [
      'as responsible in the roster',
      { roster: { entries: [{ ...entry, responsible: dora }] } },
      [],
    ],
    ['as substitute in the roster', { roster: { entries: [{ ...entry, substitute: dora }] } }, []],
    ['as fallback in the roster', { roster: { entries: [{ ...entry, fallback: dora }] } }, []],
    ['in a role', { roster: { roles: { privacy: dora } } }, []],
    ['among those who have the bot', { people: [bram, dora] }, []],
  ] as const satisfies readonly (readonly [string, Known, readonly Person[]])[])
    it(`is found by name ${where}`, async () => {
      const people = asking.length === 0 ? [anna] : asking;

      assert.deepEqual(await found('  DORA  bos ', known, people), [dora.aadObjectId]);
      assert.deepEqual(await found('Dora', known, people), []);
    });

  it('is one person, however often the name stands somewhere', async () => {
    const known = { people: [dora], roster: { roles: { privacy: dora } } };

    assert.deepEqual(await found('Dora Bos', known, [dora]), [dora.aadObjectId]);
  });

  it('is nobody where two people have the name', async () => {
    assert.deepEqual(await found('Dora Bos', { people: [dora, secondDora] }), []);
  });

  it('is nobody where people without a name are all there are', async () => {
    const nameless = { ...dora, name: undefined as never };

    assert.deepEqual(await found('Dora Bos', { people: [] }, [carla]), []);
    assert.deepEqual(await found('undefined', {}, [nameless]), []);
  });

  it('is an object id itself, in whatever letters, and known to nobody', async () => {
    assert.deepEqual(await found(` ${dora.aadObjectId.toUpperCase()} `, {}), [dora.aadObjectId]);
  });

  const spellings = [
    'drs. Dora Bos',
    'Dora Bos MSc',
    'Mw. D. Bos',
    'Bos, Dora',
    'Dóra Bos',
    'D\u043era Bos',
    'Dora B\u00f8s',
    'DoraBos',
    'Dora Bos (extern)',
    'Dora Bos; Anna de Vries',
    'dora.bos@klant.example',
    'klant\\dora.bos',
    `{${dora.aadObjectId}}`,
    `urn:uuid:${dora.aadObjectId}`,
    dora.aadObjectId.replaceAll('-', ''),
    `${dora.aadObjectId}, ${anna.aadObjectId}`,
  ];
  for (const spelling of spellings)
    it(`is taken for nobody, so that two people answer: ${spelling}`, async () => {
      assert.deepEqual(await found(spelling, { people: [dora, anna] }), []);
    });

  for (const spelling of ['DORA BOS', 'Dora\u00a0Bos', 'Do\u00adra\u200b Bos', '\uff24ora Bos'])
    it(`is the person whose name reads the same: ${spelling}`, async () => {
      assert.deepEqual(await found(spelling, { people: [dora] }), [dora.aadObjectId]);
    });

  it('is nobody where nobody is named', async () => {
    assert.deepEqual(await found(undefined, { people: [dora] }), []);
  });
});
