import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DutyEvent, Verdict } from '../../bot/lifecycle/decide.ts';
import type { Status } from '../../bot/lifecycle/duty.ts';
import type { Outcome } from '../../bot/duties/kind.ts';
import { histories, live } from '../support/events.ts';
import { anna, bram } from '../support/duties.ts';

/** What people would keep on paper: who says what, on which form, and what is wrong. */
interface Paper {
  status: Status;
  readonly forms: Map<string, number>;
  readonly said: Map<string, { readonly outcome: Outcome; readonly values: string }>;
  readonly findings: ('open' | 'closed')[];
}

type Answered = Extract<DutyEvent, { type: 'answered' }>;

describe('decisions, held against a book on paper', () => {
  it('agree about the verdict, the status, who said what and what is wrong', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const paper: Paper = {
          status: 'open',
          forms: new Map([anna, bram].map(({ aadObjectId }) => [aadObjectId, 1])),
          said: new Map(),
          findings: [],
        };

        for (const { event, decision, after } of live(history).steps) {
          const verdict = onPaper(paper, event);

          if (verdict !== undefined) assert.equal(decision.verdict, verdict);
          assert.equal(after.status, paper.status);
          assert.deepEqual(
            after.findings.map(({ status }) => status),
            paper.findings,
          );
          const counting = after.answers.filter(({ replacedBy }) => replacedBy === undefined);
          assert.deepEqual(
            new Map(counting.map(({ by, outcome }) => [by.aadObjectId, outcome])),
            new Map([...paper.said].map(([person, { outcome }]) => [person, outcome])),
          );
        }
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});

/** The verdict by the book; undefined for what the book does not keep. */
function onPaper(paper: Paper, event: DutyEvent): Verdict | undefined {
  if (event.type === 'answered') return answeredOnPaper(paper, event);
  if (event.type !== 'withdrawn') return undefined;
  if (paper.status === 'withdrawn') return 'repeated';
  if (paper.status === 'fulfilled') return 'too-late';
  paper.status = 'withdrawn';
  // What the vendor takes back is not followed any more.
  paper.findings.fill('closed');
  return 'done';
}

function answeredOnPaper(paper: Paper, { by, outcome, values, generation }: Answered): Verdict {
  const person = by.aadObjectId;
  const form = paper.forms.get(person);
  if (form === undefined) return 'not-assigned';
  const written = JSON.stringify(values);
  if (paper.said.get(person)?.values === written) return 'repeated';
  if (paper.status === 'withdrawn') return 'withdrawn';
  const settledByOther = [...paper.said].some(
    ([other, said]) => other !== person && said.outcome !== 'unable',
  );
  if (form !== generation || settledByOther) return 'too-late';
  paper.forms.set(person, form + 1);
  paper.said.set(person, { outcome, values: written });
  const open = paper.findings.indexOf('open');
  if (outcome === 'problem' && open < 0) paper.findings.push('open');
  if (outcome === 'fulfilled' && open >= 0) paper.findings[open] = 'closed';
  const wrong = paper.findings.includes('open');
  paper.status = wrong ? 'problem' : outcome === 'unable' ? 'open' : 'fulfilled';
  return 'done';
}
