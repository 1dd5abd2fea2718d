/** Who answered, who had asked, and for which channel, where that has a name. */
export interface Outcome {
  readonly by: string;
  readonly name: string;
  readonly channel: string | undefined;
}

const nl = {
  onlyAdministrators:
    'Alleen een beheerder van deze bot kiest het IT-kanaal. Vraag je IT-team wie dat is.',
  guest: 'Een gast kan het IT-kanaal niet kiezen. Vraag een collega van de organisatie.',
  notTold:
    'Teams vertelt nu niet of je bij dit team hoort. Probeer het over een paar minuten opnieuw.',
  tooMany:
    'Er staan al tien vragen om het IT-kanaal open. Laat het IT-team er eerst een beantwoorden en vraag het dan opnieuw.',
  asks: 'Er is al een IT-kanaal, dus dit vraagt een ja uit het huidige IT-kanaal. Ik heb het daar gevraagd en laat het hier weten.',
  lost: (name: string | undefined) =>
    name === undefined
      ? 'Het IT-kanaal is niet meer bereikbaar. Vraag wie de bot beheert om de instelling ADMINISTRATORS.'
      : `Het IT-kanaal is niet meer bereikbaar. ${name} koos dat kanaal en kan een ander kiezen; anders helpt wie de bot beheert met de instelling ADMINISTRATORS.`,
  question: ({ name, channel }: { name: string; channel: string | undefined }) =>
    `${name} vraagt om het IT-kanaal te verplaatsen${channel === undefined ? ' naar een ander kanaal' : ` naar ${channel}`}.`,
  consequence:
    'Bij ja verschijnen plichten en hun stand daar, en wordt de bot daar beheerd. Hier komt dan niets nieuws meer.',
  yes: 'Ja, verplaatsen',
  no: 'Nee, hier blijven',
  became: {
    yes: ({ by, name, channel }: Outcome) =>
      `${by} zei ja: het IT-kanaal is verplaatst${channel === undefined ? '' : ` naar ${channel}`}. ${name} vroeg daarom. Hier verschijnt niets nieuws meer.`,
    no: ({ by, name, channel }: Outcome) =>
      `${by} zei nee: het IT-kanaal blijft hier. ${name} vroeg om het te verplaatsen${channel === undefined ? '' : ` naar ${channel}`} en hoort het daar.`,
    other: ({ by, name }: Outcome) =>
      `Deze vraag van ${name} is voorbij: ${by} koos intussen een ander IT-kanaal.`,
  },
  refusedThere:
    'Het IT-team wil het IT-kanaal niet hierheen verplaatsen. Vraag het team zelf als dat niet klopt.',
  over: 'Deze vraag is al beantwoord.',
};

const en: typeof nl = {
  onlyAdministrators:
    'Only an administrator of this bot chooses the IT channel. Ask your IT team who that is.',
  guest: 'A guest cannot choose the IT channel. Ask a colleague of the organisation.',
  notTold: 'Teams does not tell now whether you belong to this team. Try again in a few minutes.',
  tooMany:
    'Ten questions about the IT channel are open already. Let the IT team answer one of them first, then ask again.',
  asks: 'There is an IT channel already, so this needs a yes from the present IT channel. I have asked there and will say here what they answer.',
  lost: (name) =>
    name === undefined
      ? 'The IT channel cannot be reached any more. Ask whoever hosts the bot for the setting ADMINISTRATORS.'
      : `The IT channel cannot be reached any more. ${name} chose that channel and can choose another; otherwise whoever hosts the bot helps with the setting ADMINISTRATORS.`,
  question: ({ name, channel }) =>
    `${name} asks to move the IT channel${channel === undefined ? ' to another channel' : ` to ${channel}`}.`,
  consequence:
    'With a yes, duties and their state appear there and the bot is administered there. Nothing new will appear here then.',
  yes: 'Yes, move it',
  no: 'No, stay here',
  became: {
    yes: ({ by, name, channel }) =>
      `${by} said yes: the IT channel was moved${channel === undefined ? '' : ` to ${channel}`}. ${name} asked for it. Nothing new appears here any more.`,
    no: ({ by, name, channel }) =>
      `${by} said no: the IT channel stays here. ${name} asked to move it${channel === undefined ? '' : ` to ${channel}`} and is told there.`,
    other: ({ by, name }) =>
      `This question of ${name} is over: ${by} chose another IT channel meanwhile.`,
  },
  refusedThere:
    'The IT team does not want to move the IT channel here. Ask the team itself if that is not right.',
  over: 'This question has been answered already.',
};

export const channelTexts = { nl, en };
