import assert from 'node:assert/strict';
import { hasToDoWith, mayReply, seesToRemovals } from '../../bot/casework/people/parties.ts';
import type { DutyWho } from '../../bot/casework/clicks.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import type { Person } from '../../bot/duty/ids.ts';
import { after, answerOf, answered } from '../support/duties/answers.ts';
import {
  aDuty,
  anna,
  aPerson,
  asked,
  bram,
  carla,
  fixedNow,
  tenant,
} from '../support/duties/duties.ts';
import { knowing } from '../support/rights.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Bos');
const all: readonly DutyWho[] = [
  'asked',
  'asked-in-person',
  'surveyed',
  'party',
  'party-in-person',
];
const everywhere = ['party', 'party-in-person'];
const roster = { roles: { privacy: carla, access: carla } };

/** By which declarations somebody is let in. */
async function letIn(duty: Duty, person: Person, { inItChannel = false } = {}) {
  const services = knowing({ roster });
  const found = await Promise.all(
    all.map((who) => hasToDoWith(services, duty, { who, actor: { person, inItChannel }, tenant })),
  );
  return all.filter((_, at) => found[at]);
}

const open = aDuty('verify-change', asked(anna));
const problem = answered(open, 'problem');
const owned: Duty = {
  ...problem,
  findings: problem.findings.map((one) => ({ ...one, owner: dora })),
};

describe('who has to do with a duty', () => {
  it('is whoever is asked, for everything that is asked of them', async () => {
    assert.deepEqual(await letIn(open, anna), ['asked', 'asked-in-person', ...everywhere]);
  });

  it('is nobody else, and no holder of a role that nothing called upon', async () => {
    assert.deepEqual(await letIn(open, bram), []);
    assert.deepEqual(await letIn(problem, carla), []);
  });

  it('is the IT team in its channel, which answers for nobody', async () => {
    assert.deepEqual(await letIn(open, bram, { inItChannel: true }), everywhere);
  });

  it('is whoever handed it on, without an answer of their own any more', async () => {
    const [had] = open.assignees;
    const handed: Duty = {
      ...open,
      assignees: aDuty('verify-change', asked(bram)).assignees,
      formerAssignees: had ? [{ ...had, handedTo: bram }] : [],
    };

    assert.deepEqual(await letIn(handed, anna), everywhere);
    assert.deepEqual(await letIn(handed, bram), ['asked', 'asked-in-person', ...everywhere]);
  });

  it('is the owner of what was found, and whoever was picked for it', async () => {
    const [finding] = problem.findings;
    const picked: Duty = {
      ...problem,
      confirmations: [
        { what: 'risk', finding: finding?.id ?? '', of: dora, by: anna, at: fixedNow } as never,
      ],
    };

    assert.deepEqual(await letIn(owned, dora), everywhere);
    assert.deepEqual(await letIn(picked, dora), everywhere);
    assert.deepEqual(await letIn(problem, dora), []);
  });

  it('is whoever a survey asks, for that alone', async () => {
    const survey = { people: [{ aadObjectId: bram.aadObjectId }] };
    const surveyed = { ...open, survey } as unknown as Duty;

    assert.deepEqual(await letIn(surveyed, bram), ['surveyed']);
    assert.deepEqual(await letIn(surveyed, dora), []);
  });
});

const incident = aDuty('verify-incident', asked(anna));

describe('who may send the reply to what was found', () => {
  const may = (duty: Duty, person: Person, roles: object = roster.roles, inItChannel = false) =>
    mayReply(knowing({ roster: { roles } }), duty, { person, inItChannel });

  it('is whoever answered, and nobody who only could have', async () => {
    const two = answered(aDuty('verify-change', asked(anna, bram)), 'problem', bram);

    assert.equal(await may(two, bram), true);
    assert.equal(await may(two, anna), false);
    assert.equal(await may(open, anna), false);
  });

  it('is the IT team, whatever was answered', async () => {
    assert.equal(await may(open, dora, {}, true), true);
  });

  it('is whoever holds the role that the answer called upon, as long as it calls', async () => {
    const called = answered(incident, 'problem');

    assert.equal(await may(called, carla), true);
    assert.equal(await may(called, dora), false);
    assert.equal(await may(called, carla, {}), false);
    assert.equal(await may(called, carla, { access: carla }), false);
    assert.equal(await may(incident, carla), false);
    assert.equal(await may(answered(incident, 'fulfilled'), carla), false);
  });

  it('is nobody by an answer that another one took the place of', async () => {
    const called = answered(incident, 'problem');
    const corrected = after(called, answerOf(called, 'fulfilled', { formVersion: 2 }));

    assert.equal(corrected.answers.length, 2);
    assert.equal(await may(corrected, carla), false);
    assert.deepEqual(await letIn(corrected, carla), []);
    assert.deepEqual(await letIn(called, carla), everywhere);
  });
});

describe('who sees to removals', () => {
  const review = aDuty('review-access', asked(anna));
  const sees = (duty: Duty, person: Person, roles: object = roster.roles) =>
    seesToRemovals(knowing({ roster: { roles } }), duty, { person, tenant });

  it('is whoever reviews, and whoever administers access', async () => {
    assert.equal(await sees(review, anna, {}), true);
    assert.equal(await sees(review, carla), true);
    assert.equal(await sees(review, carla, { privacy: carla }), false);
    assert.equal(await sees(review, dora), false);
    assert.deepEqual(await letIn(review, carla), everywhere);
  });

  it('is the owner of the finding, who need not have been asked', async () => {
    const found: Duty = { ...review, findings: owned.findings };

    assert.equal(await sees(found, dora), true);
  });

  it('is nobody where a duty has no rows', async () => {
    assert.equal(await sees(open, anna), false);
    assert.equal(await sees(open, carla), false);
  });
});
