import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { appId, startApp } from '../../support/app.ts';
import { anna, asked, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { Call } from '../../support/teams/connector.ts';
import type { RealActivity } from '../../support/teams/payloads.ts';
import { activityOf, payloadIds, realActivities } from '../../support/teams/payloads.ts';
import { readIncoming } from '../../support/teams/activities.ts';

interface Expected {
  readonly status?: number;
  /** What is said in the conversation, or on the card or the line that a click gets; nothing where absent. */
  readonly said?: RegExp;
  /** The bot is not yet installed, or what happens changes who is there: each has a tenant of its own. */
  readonly alone?: 'installed' | 'new';
}

const duties = { said: /^(Mijn plichten|My duties)/ };
const overview = { said: /^Overzicht: Open 1/ };
const unknown = { said: /^Dat begrijp ik niet/ };
const readBack = { said: /^Release 2026\.4.*controleer de wijziging/ };
const outdated = { said: /Deze knop werkt niet meer/ };
const notHere = { said: /^Dit is voor het IT-team/ };
const help = { said: /^Dit kun je typen/ };
const welcome = { said: /^Ik ben Gedeelde Plicht/, alone: 'new' } as const;
const nothing = {};
const unsupported = { status: 501 };
const refused = { status: 403 };
const changes = { alone: 'installed' } as const;

/** What each is answered with; those of the same answer stand together. */
const expected: readonly (readonly [Expected, string])[] = [
  [
    duties,
    'a-personal-plain-web a-message-edited a-redelivered a-channeldata-absent a-channeldata-nulls',
  ],
  [duties, 'a-conversation-tenant-absent a-extra-members b-imback a-service-emea-tenant'],
  [
    duties,
    'a-locale-nl-nl a-locale-nl-be a-locale-en-gb a-locale-en a-locale-en-us a-locale-zh-hant-tw',
  ],
  [duties, 'a-locale-absent-ios a-client-locale-only a-client-web a-client-windows a-client-mac'],
  [
    duties,
    'a-client-android a-client-ios a-client-linux a-client-no-timezone a-client-bare a-client-absent',
  ],
  [overview, 'a-channel-root-mention a-channel-reply-mention a-channel-mention-old-client'],
  [overview, 'a-attach-file-in-channel a-mention-bot-twice'],
  [
    { said: /^Dit is voor het IT-team en de auditor/ },
    'a-from-guest a-from-external-shared-channel',
  ],
  [notHere, 'a-group-mention a-group-mention-without-text a-meeting-message'],
  [readBack, 'a-quote-blockquote-preview a-quote-blockquote-copy a-quote-new a-quote-new-deleted'],
  [
    unknown,
    'a-personal-html-beside a-personal-pasted-block a-quote-new-two a-text-nbsp a-attach-code-block',
  ],
  [
    unknown,
    'a-attach-loop a-mention-bot-and-person a-mention-tag b-messageback b-messageback-string',
  ],
  [{ said: /afbeelding kan ik niet kijken/ }, 'a-attach-inline-image'],
  [{ said: /^Het bestand kon nu niet worden gelezen/ }, 'a-attach-file a-attach-file-and-html'],
  [{ said: /spraakbericht kan ik niet horen/ }, 'a-attach-voice-channel a-attach-audio-card'],
  [{ said: /^Een sticker of GIF/ }, 'a-attach-sticker'],
  [{ said: /^Een video kan ik niet bekijken/ }, 'a-attach-video-clip'],
  [{ said: /^Een kaart van een andere app/ }, 'a-attach-adaptive-from-extension'],
  [{ said: /^Ik heb niets vastgelegd/ }, 'a-from-without-aad'],
  [
    nothing,
    'a-unread-without-mention-rsc a-message-undeleted a-message-soft-deleted a-from-without-name',
  ],
  [nothing, 'a-from-other-bot a-typing a-read-receipt a-meeting-start a-meeting-end'],
  [nothing, 'a-reaction-added-channel a-reaction-removed-channel a-reaction-added-personal'],
  [
    nothing,
    'a-service-amer-tenant a-service-amer a-service-emea a-service-apac a-service-in a-service-uk',
  ],
  [
    nothing,
    'a-service-de a-service-ch-no-slash a-service-apis a-service-teams-global a-service-canary',
  ],
  [nothing, 'a-service-amer-client-ss a-service-gcc a-service-gcc-teams'],
  [refused, 'a-service-gcch a-service-gcch-teams a-service-dod-teams a-tenant-absent'],
  [welcome, 'a-install-personal-add a-install-personal-add-upgrade a-install-action-capital'],
  [changes, 'a-install-personal-remove a-install-personal-remove-upgrade a-install-group-remove'],
  [
    { ...help, ...changes },
    'a-install-team-add a-install-team-add-general a-install-team-add-upgrade',
  ],
  [{ ...help, ...changes }, 'a-install-group-add a-install-meeting-add a-shared-bot-allowed'],
  [
    { said: /^Ik ben verwijderd uit het team/, ...changes },
    'a-install-team-remove a-install-team-remove-upgrade',
  ],
  [{ said: /^Ik ben verwijderd uit het team/, ...changes }, 'a-members-removed-bot-team'],
  [{ said: /is verwijderd/, ...changes }, 'a-channeldeleted a-teamdeleted a-teamharddeleted'],
  [{ said: /is gearchiveerd/, ...changes }, 'a-teamarchived'],
  [nothing, 'a-members-added-bot-team a-members-added-bot-personal a-members-added-user-team'],
  [nothing, 'a-members-added-many a-members-added-bot-group a-members-added-anonymous'],
  [nothing, 'a-members-removed-user-team a-shared-member-added a-shared-member-removed'],
  [nothing, 'a-channelcreated a-channelrestored a-teamrenamed a-teamunarchived a-teamrestored'],
  [nothing, 'a-teamrestored-sample-spelling a-topic-name a-shared-with-team a-unshared-from-team'],
  [changes, 'a-channelrenamed'],
  [outdated, 'b-execute-manual b-execute-verb-empty-id b-refresh-automatic b-execute-channel'],
  [
    outdated,
    'b-execute-android b-execute-with-auth b-submit b-submit-channel b-submit-msteams-feedback',
  ],
  [outdated, 'b-values-texts b-values-number b-values-people'],
  [{ said: /^Dit aanbod geldt niet meer/ }, 'b-file-accept b-file-accept-no-context'],
  [{ said: /^Goed, ik bewaar het bestand niet/ }, 'b-file-decline'],
  [nothing, 'b-feedback b-feedback-double'],
  [
    unsupported,
    'b-task-fetch b-task-fetch-no-reply-to b-task-submit b-query b-query-initial b-query-link',
  ],
  [
    unsupported,
    'b-fetch-task-message b-fetch-task-message-file b-fetch-task-group b-submit-action',
  ],
  [unsupported, 'b-anonymous-query-link b-query-setting-url b-signin-verify b-signin-exchange'],
  [unsupported, 'b-signin-failure b-search b-search-dependent b-feedback-form b-config-fetch'],
  [unsupported, 'b-config-submit b-suggested-submit'],
];
const table = new Map(
  expected.flatMap(([what, ids]) => ids.split(' ').map((id) => [id, what] as const)),
);

async function aTenant(installed: boolean): Promise<{ app: TestApp; duty: string }> {
  const app = await startApp();
  if (installed) await stage.install(app, annaInTeams);
  await stage.useChannel(app, annaInTeams);
  const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
  return { app, duty: id };
}

const posted = ({ method }: Call): boolean => method === 'POST' || method === 'PUT';

/** Posts an activity as Teams does; what the person got to read of it. */
async function answerTo(app: TestApp, one: RealActivity, index: number) {
  const { url } = app.connector;
  const real = activityOf(one, { serviceUrl: url, appId, tenantId: tenant });
  // Nothing goes to an address of the internet: who types gets no answer.
  const elsewhere = real['serviceUrl'] !== url;
  const id = typeof real['id'] === 'string' ? `${real['id']}${String(index)}` : undefined;
  const activity = { ...real, id, ...(elsewhere ? { type: 'typing' } : {}) };
  const token = await app.keys.token({ appId, serviceUrl: String(real['serviceUrl']) });
  const before = app.connector.calls.length;
  let reply = { status: 0, body: undefined as unknown };
  for (let times = one.times ?? 1; times > 0; times -= 1) reply = await app.post(activity, token);
  await app.idle();
  const { value, fallbackText } = inBody(reply.body);
  const said = app.connector.calls
    .slice(before)
    .filter(posted)
    .map(({ body }) => String(body['summary']))
    .concat(value === undefined ? [] : [value], fallbackText === undefined ? [] : [fallbackText]);
  return { status: reply.status, said, text: JSON.stringify(reply.body ?? '') };
}

function inBody(body: unknown): { readonly value?: string; readonly fallbackText?: string } {
  const { value } = (body ?? {}) as { value?: unknown };
  if (typeof value === 'string') return { value };
  const { fallbackText } = (value ?? {}) as { fallbackText?: string };
  return fallbackText === undefined ? {} : { fallbackText };
}

describe('every activity that a real tenant sends', () => {
  let shared: Awaited<ReturnType<typeof aTenant>>;
  before(async () => {
    shared = await aTenant(true);
  });
  after(() => shared.app.stop());

  it('stands in this table, and so does everything else that the far side says in the others', () => {
    const here = payloadIds.filter((id) => /^[ab]-/.test(id) && id !== 'a-request-headers');

    assert.deepEqual([...table.keys()].toSorted(), here.toSorted());
    assert.equal(payloadIds.length, 251);
  });

  for (const [index, one] of realActivities.entries()) {
    const { status = 200, said, alone } = table.get(one.id) ?? {};
    it(`is answered as it should be: ${one.id}`, async () => {
      const { app, duty } = alone ? await aTenant(alone === 'installed') : shared;

      const answer = await answerTo(app, one, index);

      const types = (await stage.evidenceOf(app, duty)).map(({ type }) => type);
      if (alone) await app.stop();
      assert.equal(answer.status, status, answer.text);
      assert.doesNotMatch(`${answer.text} ${answer.said.join(' ')}`, /✓/);
      assert.ok(!types.includes('answered'), types.join());
      if (said)
        assert.ok(
          answer.said.some((one) => said.test(one)),
          answer.said.join('\n'),
        );
      else if (!isMeantElsewhere(one)) assert.deepEqual(answer.said, []);
    });
  }
});

/** Over an address of the real Teams the bot is not meant by what does not mention it: read here, as the stand-in has none. */
function isMeantElsewhere(one: RealActivity): boolean {
  if (one.id !== 'a-unread-without-mention-rsc') return false;
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  const incoming = readIncoming(activityOf(one, { serviceUrl, appId, tenantId: tenant }));
  assert.equal(incoming.type, 'nothing');
  return true;
}
