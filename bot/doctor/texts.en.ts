import type { nl } from './texts.nl.ts';
import { attachmentTexts, containerTexts } from './texts-backups.ts';
import { plural } from '../../cards/language.ts';

export const en: typeof nl = {
  verdicts: { ok: 'ok', wrong: 'wrong', open: 'open' },
  mend: 'To fix it',
  allWell: 'Everything that could be checked is fine.',
  wrong: (count) =>
    plural(count, { one: 'One thing is wrong.', other: `${String(count)} things are wrong.` }),
  settings: {
    what: 'Settings',
    ok: 'they are complete',
    mend: 'set it right on the host or in .env; .env.example explains every setting',
  },
  kept: {
    what: 'Retention',
    ok: (terms, container) =>
      `${terms}; attachments ${container === undefined ? 'are not kept (ATTACHMENT_CONTAINER)' : `in the container ${container}`}`,
  },
  token: {
    what: 'Token for Teams',
    ok: 'the bot gets a token for the Bot Connector',
    anonymous: 'development: no token is needed',
    audience: (audience) => [
      `the token is for another service (${audience || 'nothing'})`,
      'use the identity of the Azure Bot, not a sign-in of your own; the token must be for https://api.botframework.com',
    ],
    otherApp: (seen, wanted) => [
      `the token belongs to app ${seen || 'without an id'}, not to ${wanted}`,
      'set MicrosoftAppId to the client id of the identity that belongs to the Azure Bot (not its object id)',
    ],
    otherTenant: (seen, wanted) => [
      `the token belongs to tenant ${seen || 'without an id'}, not to ${wanted}`,
      'set MicrosoftAppTenantId to the tenant of the app registration',
    ],
    failed: {
      'wrong-secret': [
        'the client secret is wrong',
        'put the value of the secret in MicrosoftAppPassword, not its id',
      ],
      'expired-secret': [
        'the client secret has expired',
        'make a new secret at the app registration, put it in MicrosoftAppPassword and start again',
      ],
      'unknown-app': [
        'Entra does not know this app in this tenant',
        'compare MicrosoftAppId and MicrosoftAppTenantId with the Azure Bot (Configuration)',
      ],
      'unknown-tenant': [
        'Entra does not know this tenant',
        'put the id of the tenant in MicrosoftAppTenantId, as Entra shows it under Overview',
      ],
      disabled: [
        'the app is switched off in Entra',
        'switch the app on under Enterprise applications, Properties, or ask somebody who may',
      ],
      blocked: [
        'conditional access stops the app',
        'make an exception for the identity of the bot in the policy for workloads',
      ],
      'no-identity': [
        'the host does not have the managed identity',
        'assign the user-assigned identity to the host (Identity, User assigned) and put its client id in MicrosoftAppId',
      ],
      'not-reached': [
        'Entra cannot be reached',
        'allow traffic to login.microsoftonline.com, port 443, and look at DNS and the proxy',
      ],
      busy: ['Entra asks to wait', 'run this again in a few minutes'],
      other: ['no token came', 'look up the AADSTS number at Microsoft and check the identity'],
    },
  },
  storage: {
    tables: {
      what: 'Tables',
      ok: 'writing, reading and removing works',
      role: 'Storage Table Data Contributor',
    },
    attachments: attachmentTexts.en,
    queue: {
      what: 'Queue',
      ok: 'placing, counting and removing a message works',
      role: 'Storage Queue Data Contributor',
    },
    failed: {
      'no-role': (role) => [
        'the identity has no access to it',
        `give the identity the role ${role} on the storage account; if that was done just now, wait ten minutes: it takes that long for a role to take effect`,
      ],
      'no-identity': () => [
        'the host has no identity with which to reach the storage',
        'assign the identity to the host, or set AZURE_STORAGE_CONNECTION_STRING on your own machine',
      ],
      'keys-off': () => [
        'this account does not accept keys',
        'set AZURE_STORAGE_ACCOUNT (the name) instead of AZURE_STORAGE_CONNECTION_STRING',
      ],
      'wrong-key': () => [
        'the key or token is refused',
        'copy the connection string again, and see whether the clock of the host is right',
      ],
      firewall: () => [
        'the firewall of the storage account stops the host',
        'allow the network of the host under Networking of the storage account',
      ],
      'no-account': () => [
        'this storage account does not exist',
        'compare AZURE_STORAGE_ACCOUNT with the name in Azure',
      ],
      'no-container': () => [
        'this container does not exist',
        'compare BACKUP_CONTAINER with the name in Azure, or deploy the template again, which creates it',
      ],
      'not-reached': () => [
        'the storage cannot be reached',
        'start Azurite (npm run demo) or look at the network of the host',
      ],
      'not-kept': () => [
        'what was written did not come back',
        'look at Service health in Azure, and run this again',
      ],
      other: (role) => [
        'the storage refused',
        `look at the account, its network and the role ${role}`,
      ],
    },
  },
  ...containerTexts.en,
  endpoint: {
    what: 'Messaging endpoint',
    ok: (url) => `${url} answers and lets only Teams in`,
    anonymous: (url) => `development: ${url} answers`,
    notStarted: (url) => [
      `nothing answers at ${url} yet`,
      'start the bot (npm start) and run this again afterwards',
    ],
    onlyHere: (url) => [
      `the bot answers on this machine (${url}); whether Teams reaches it was not checked`,
      'set MESSAGING_ENDPOINT to the public address, https://…/api/messages',
    ],
    notReached: (url) => [
      `${url} cannot be reached`,
      'check that the bot runs, that the ingress lets the outside reach the port in PORT, and that the name is right',
    ],
    certificate: (url) => [
      `the certificate of ${url} is not valid`,
      'give the address a certificate from a known authority; Teams accepts no other',
    ],
    other: (url, status) => [
      `something else answers at ${url} (/healthz gives ${String(status)})`,
      'see whether the name leads to this bot and not to another program or a proxy',
    ],
    noMessages: (url, status) => [
      `${url} does not accept messages (${status === 0 ? 'no answer' : String(status)})`,
      'the address ends in /api/messages; see whether a proxy lets POST through',
    ],
    unguarded: (url) => [
      `${url} accepts messages from anybody`,
      'set ALLOW_ANONYMOUS to false and start the bot again',
    ],
  },
  app: {
    what: 'App package',
    ok: 'it is for this bot',
    anonymous: 'development: no package is needed',
    none: [
      'there is no package in dist/, so it was not checked',
      'make it with npm run manifest, or name it with --package FILE',
    ],
    otherBot: (seen, wanted) => [
      `the package is for bot ${seen}, not for ${wanted}`,
      'make it again with this MicrosoftAppId (npm run manifest) and upload it again in the Teams admin center',
    ],
  },
  registration: {
    what: 'Registration',
    ok: 'the Azure Bot says the same as settings and package',
    mend: 'change the Azure Bot or the settings so that both say the same',
    otherApp: (seen, wanted) => `the Azure Bot has app ${seen}, the settings ${wanted}`,
    otherTenant: (seen, wanted) =>
      `the Azure Bot belongs to tenant ${seen}, the settings to ${wanted}`,
    otherEndpoint: (seen, wanted) =>
      `the Azure Bot sends messages to ${seen}, the bot is at ${wanted}`,
  },
  people: {
    what: 'People',
    ok: (count) =>
      plural(count, {
        one: 'one person can be reached',
        other: `${String(count)} people can be reached`,
      }),
    nobody: (anonymous) => [
      'nobody has the app, so no duty arrives',
      anonymous
        ? 'open the page of the Playground: that installs the bot'
        : 'install the app for the people with a setup policy or with manifest/azure/install-for-group.sh',
    ],
    notAuthorized: [
      'Teams refuses the token of the bot',
      'see whether the Teams channel of the Azure Bot is on and whether MicrosoftAppId belongs to it',
    ],
    notAllowed: (count) => [
      `an administrator has blocked the app (${String(count)} of the chats that were checked)`,
      'allow the app in the Teams admin center: Manage apps, and the permission policy of these people',
    ],
    lost: (count) => [
      `${String(count)} of the chats that were checked are no longer open to the bot`,
      'whoever removed or blocked the app has to add it again; the status in the IT channel names them',
    ],
    missing: (names) => [
      `in the roster, but without the app: ${names.join(', ')}`,
      'install the app for these people, or put somebody else in the roster',
    ],
  },
  channel: {
    what: 'IT channel',
    ok: 'the bot can write there',
    states: {
      none: [
        'there is no IT channel yet',
        'add the app to the team of the IT department and type “use this channel” there',
      ],
      gone: [
        'the bot was removed from the team of the IT channel',
        'add the app to the team again, or make another channel the IT channel',
      ],
      'not-installed': [
        'the bot is no longer allowed in the IT channel',
        'add the app to the team again; if the channel is gone, make another one the IT channel',
      ],
      'not-allowed': [
        'an administrator has blocked the app',
        'allow the app in the Teams admin center',
      ],
      later: ['Teams is not answering now', 'run this again in a few minutes'],
    },
  },
};
