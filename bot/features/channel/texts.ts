const nl = {
  onlyAdministrators:
    'Alleen een beheerder van deze bot kiest het IT-kanaal. Vraag je IT-team wie dat is.',
  guest: 'Een gast kan het IT-kanaal niet kiezen. Vraag een collega van de organisatie.',
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
  agreed: (channel: string | undefined) =>
    `Het IT-kanaal is verplaatst${channel === undefined ? '' : ` naar ${channel}`}. Hier verschijnt niets nieuws meer.`,
  refused: 'Het IT-kanaal blijft hier. Dat is daar gezegd.',
  refusedThere:
    'Het IT-team wil het IT-kanaal niet hierheen verplaatsen. Vraag het team zelf als dat niet klopt.',
  over: 'Deze vraag is al beantwoord.',
};

const en: typeof nl = {
  onlyAdministrators:
    'Only an administrator of this bot chooses the IT channel. Ask your IT team who that is.',
  guest: 'A guest cannot choose the IT channel. Ask a colleague of the organisation.',
  asks: 'There is an IT channel already, so this needs a yes from the present IT channel. I have asked there and will say here what they answer.',
  lost: (name) =>
    name === undefined
      ? 'The IT channel cannot be reached any more. Ask whoever hosts the bot for the setting ADMINISTRATORS.'
      : `The IT channel cannot be reached any more. ${name} chose that channel and can choose another; otherwise whoever hosts the bot helps with the setting ADMINISTRATORS.`,
  question: ({ name, channel }) =>
    `${name} asks to move the IT channel${channel === undefined ? ' to another channel' : ` to ${channel}`}.`,
  consequence:
    'With a yes, duties and their state appear there and the bot is administered there. Nothing new comes here then.',
  yes: 'Yes, move it',
  no: 'No, stay here',
  agreed: (channel) =>
    `The IT channel was moved${channel === undefined ? '' : ` to ${channel}`}. Nothing new appears here any more.`,
  refused: 'The IT channel stays here. That was said there.',
  refusedThere:
    'The IT team does not want to move the IT channel here. Ask the team itself if that is not right.',
  over: 'This question has been answered already.',
};

export const channelTexts = { nl, en };
