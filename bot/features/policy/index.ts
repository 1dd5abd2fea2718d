import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { openPolicyForm, savePolicyForm, showPolicy } from './policy.ts';

/** Which routes, recipients and help the IT team lays down for data that is sent. */
export const clicks: Clicks<'policy' | 'policyForm' | 'policySave'> = {
  policy: onClick('policy', 'it-team', showPolicy),
  policyForm: onClick('policyForm', 'it-team', (clicked) =>
    openPolicyForm(clicked, clicked.data.form),
  ),
  policySave: onClick('policySave', 'it-team', savePolicyForm),
};
