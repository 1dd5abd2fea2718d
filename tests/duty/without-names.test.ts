import assert from 'node:assert/strict';
import { withoutNames } from '../../bot/duty/record/without-names.ts';
import { viewOf } from '../../bot/duty/view.ts';
import { answered } from '../support/duties/answers.ts';
import { aDuty, anna, bram, carla, defined, fixedNow } from '../support/duties/duties.ts';

describe('what a vendor is told without names', () => {
  it('has a role where a name was typed into an answer, and where another text repeats it', () => {
    for (const kind of ['inform-staff', 'check-capacity'] as const) {
      const duty = answered(aDuty(kind), 'problem');
      const [answer] = duty.answers;
      const values = {
        ...defined(answer).values,
        owner: 'Mia Visser',
        approver: 'Otto Toetser',
        secondPerson: 'Vera Vreemd',
        note: 'mia visser regelt dit, ANNA DE VRIES weet ervan',
      };
      const told = { ...duty, answers: [{ ...defined(answer), by: anna, values }] };

      const said = JSON.stringify(withoutNames(viewOf(told), told));

      for (const name of ['mia', 'otto', 'vera', 'anna'])
        assert.ok(!said.toLowerCase().includes(name), `${kind}: ${name} in ${said}`);
      assert.ok(said.includes('owner of the finding regelt dit, assignee weet ervan'));
    }
  });

  it('has a role for whoever was picked and did not say yes, and for whoever kept a file', () => {
    const duty = {
      ...answered(aDuty('verify-change'), 'problem'),
      confirmations: [
        { finding: 'F-1', of: bram, by: carla, at: fixedNow, what: 'owner' as const },
      ],
    };

    assert.deepEqual(withoutNames({ text: `${bram.name} is door ${carla.name} gevraagd` }, duty), {
      text: 'owner of the finding is door IT team gevraagd',
    });
  });
});
