import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, Values } from '../../../cards/fields.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { readForm } from '../../../cards/read-form.ts';
import type { Said } from '../../views/buttons.ts';
import { foreignUrl } from '../../kinds/details.ts';
import type { SupportDesk } from '../../kinds/kind.ts';
import { asDomain, dataRoutes } from '../../kinds/transfer-securely/rules.ts';
import type { PolicyChange } from '../../tenant/policy.ts';
import { policyStamp, maxDomains } from '../../tenant/policy.ts';
import type { PolicyForm } from './card.ts';
import { policyFields, policyForm, policyCard, policyFormOf, typedForPolicy } from './card.ts';
import { policyTexts } from './texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { changePolicy, policyOf } from '../../casework/policy.ts';
import { ending } from '../../casework/clicks.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';
import type { Response } from '../../ports/incoming.ts';

/** The policy as it stands, in the IT channel only. */
export async function showPolicy({ services, at, reader }: Asked): Promise<Card> {
  return policyCard(await policyOf(services, at.tenant), reader);
}

/** The change that a form makes where nothing else is filled in: it names the part that the form is about. */
function changeBy(form: PolicyForm): PolicyChange {
  switch (form.name) {
    case 'routes':
      return { type: 'routes', class: form.class, routes: [] };
    case 'domains':
      return { type: 'domains', domains: [] };
    case 'desk':
      return { type: 'desk' };
  }
}

/** Opens one of the forms in the place of the card. */
export async function openPolicyForm(
  { services, at, reader }: Asked,
  name: Said<'policyForm'>['form'],
  told?: string,
): Promise<Card> {
  const rules = await policyOf(services, at.tenant);
  const form = policyFormOf(name);
  if (!form) return policyCard(rules, reader, policyTexts[reader.language].chooseFirst);
  const stamp = policyStamp(rules, changeBy(form));
  const typed = typedForPolicy(form, rules);
  const shown = { stamp, typed, messages: [], ...(told === undefined ? {} : { told }) };
  return policyForm(form, shown, reader);
}

/** Takes one of the forms: lays down what it says, or brings it back with what is wrong. */
export async function savePolicyForm(asked: Clicked<'policySave'>): Promise<Card | Response> {
  const { services, at, person: by, data, submitted, reader } = asked;
  const { language } = reader;
  const form = policyFormOf(data.form);
  if (!form) return showPolicy(asked);
  const { stamp = '' } = data;
  const again = (messages: readonly FieldMessage[]): Card =>
    policyForm(form, { stamp, typed: submitted, messages }, reader);
  const { fields, lines } = policyFields(form, language);
  const read = readForm(fields, submitted, { ...reader, lines });
  if (!read.ok) return again(read.messages);
  const change = changeOf(form, read.values, reader);
  if (Array.isArray(change)) return again(change);
  const { verdict, rules } = await changePolicy(services, { tenant: at.tenant, change, stamp, by });
  const said = policyTexts[language];
  return verdict === 'changed-since'
    ? openPolicyForm(asked, data.form, said.changedSince)
    : ending(policyCard(rules, reader, said.done), said.done);
}

function changeOf(
  form: PolicyForm,
  values: Values,
  reader: ReaderNow,
): PolicyChange | FieldMessage[] {
  switch (form.name) {
    case 'routes': {
      const chosen = Array.isArray(values['routes']) ? values['routes'] : [];
      const allowed = dataRoutes.filter((route) =>
        chosen.some(({ line, value }) => line === route && value === 'yes'),
      );
      return { type: 'routes', class: form.class, routes: allowed };
    }
    case 'domains':
      return domainsOf(String(values['domains'] ?? ''), reader);
    case 'desk':
      return deskOf(values, reader);
  }
}

function domainsOf(typed: string, { language }: ReaderNow): PolicyChange | FieldMessage[] {
  const said = policyTexts[language];
  const rows = typed.split(/[\n,;\s]+/).filter((row) => row !== '');
  // A whole address may be pasted: only what follows the @ is laid down.
  const named = rows.map((row) => ({ row, domain: asDomain(row.slice(row.lastIndexOf('@') + 1)) }));
  const wrong = named.filter(({ domain }) => domain === '').map(({ row }) => row);
  const domains = [...new Set(named.map(({ domain }) => domain))];
  if (wrong.length > 0) {
    const rowsSaid = wrong.slice(0, 5).map((row) => shorten(row, 60));
    return [{ field: 'domains', message: said.notADomain(plain(rowsSaid.join(', '))) }];
  }
  if (domains.length > maxDomains) return [{ field: 'domains', message: said.tooMany(maxDomains) }];
  return { type: 'domains', domains };
}

const mailAddress = /^[^\s@<>]{1,64}@[^\s@<>]{1,200}$/u;

function deskOf(values: Values, { language }: ReaderNow): PolicyChange | FieldMessage[] {
  const said = policyTexts[language];
  if (Object.keys(values).length === 0) return { type: 'desk' };
  const part = (name: string): string | undefined =>
    values[name] === undefined ? undefined : String(values[name]);
  const [name, phone, mail, url] = ['name', 'phone', 'mail', 'url'].map(part);
  const domain = mail?.slice(mail.lastIndexOf('@') + 1) ?? '';
  const badMail = mail !== undefined && (!mailAddress.test(mail) || asDomain(domain) === '');
  const badUrl = url !== undefined && !foreignUrl.safeParse(url).success;
  const unreachable = phone === undefined && mail === undefined && url === undefined;
  const messages = [
    ...(name === undefined ? [{ field: 'name', message: said.deskName }] : []),
    ...(unreachable ? [{ field: 'phone', message: said.deskReached }] : []),
    ...(badMail ? [{ field: 'mail', message: said.notAMail }] : []),
    ...(badUrl ? [{ field: 'url', message: said.notAUrl }] : []),
  ];
  if (name === undefined || messages.length > 0) return messages;
  const desk: SupportDesk = {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(mail === undefined ? {} : { mail }),
    ...(url === undefined ? {} : { url }),
  };
  return { type: 'desk', desk };
}
