import type { InEachLanguage } from '../../cards/language.ts';

const nl = {
  appName: 'Gedeelde Plicht',
  welcome:
    'Ik ben Gedeelde Plicht. Moet jij iets nakijken in een systeem van je leverancier, dan krijg je hier een kaart en antwoord je daarop.',
  privacy:
    'Ik bewaar je naam en je antwoorden, als bewijs. Je IT-team en de auditor zien ze; de leverancier ziet alleen die over zijn eigen plichten.',
  /** What it cannot do: said in the first message and in the help. */
  limits:
    'Ik begrijp alleen vaste woorden en korte zinnen over je plichten. Een antwoord telt pas als je op de knop drukt.',
  /** Sentences that are understood beside the words. */
  examples: [
    {
      word: 'CHG-1234 getest, factuurrun fout',
      does: 'komt je kaart ingevuld terug',
      who: 'everybody',
    },
    {
      word: 'trek 5 wijzigingen, startgetal 20261123',
      does: 'krijg je een steekproef',
      who: 'overseer',
    },
    {
      word: 'dossier 2026 Q4',
      does: 'krijg je het bewijs van dat kwartaal',
      who: 'overseer',
    },
  ],
  example: (typed: string, does: string) => `Of een zin: ‘${typed}’, dan ${does}.`,
  helpTitle: 'Dit kun je typen',
  greeting: (name: string) => `Hallo ${name}. Wil je zien wat er voor je openstaat?`,
  thanks: 'Graag gedaan.',
  unknown: 'Dat begrijp ik niet. Dit kun je wel vragen:',
  whichOne: 'Over welke plicht gaat het?',
  notUnderstood: 'Dat begrijp ik niet. Typ ‘hulp’ voor wat je kunt vragen.',
  nextOpen: (duty: string) => `Als eerste staat voor je open: ${duty}`,
  thisIsOpen: 'Dit staat nog voor je open:',
  isAnswered: (reference: string) => `${reference} is al beantwoord.`,
  isWithdrawn: (reference: string) => `${reference} is ingetrokken.`,
  nothingAnswered: 'Ik vind geen antwoord van jou van de laatste maanden.',
  who: 'Ik ben Gedeelde Plicht, een bot. Ik breng je wat jij moet nakijken en bewaar je antwoord als bewijs. Ik lees alleen wat je mij stuurt.',
  anger: 'Dat is vervelend. Wil je een mens, typ dan ‘ik wil een mens spreken’.',
  contact: (channel: string | undefined, name: string | undefined) =>
    [
      'Je IT-team beheert mij en helpt je verder.',
      ...(name === undefined ? [] : [`Stuur ${name} een bericht.`]),
      ...(channel === undefined ? [] : [`Of vraag het in het kanaal ${channel}.`]),
    ].join(' '),
  away: (day: string) => `Je bent weg tot ${day}.`,
  awayEnd: 'Ik ben er weer',
  dutyIsDue: (reference: string, due: string) => `${reference}: ${due}.`,
  noSuchDuty: (reference: string) =>
    `Er wacht geen plicht met kenmerk ${reference} op jou. Dit staat voor je open:`,
  /** What came without words and cannot be read. */
  unreadable: {
    picture: 'Naar een afbeelding kan ik niet kijken. Typ wat erop te zien is. Dit kun je vragen:',
    sticker: 'Een sticker of GIF begrijp ik niet. Dit kun je wel vragen:',
    voice: 'Een spraakbericht kan ik niet horen. Typ wat je wilt zeggen. Dit kun je vragen:',
    video: 'Een video kan ik niet bekijken. Typ wat je wilt zeggen. Dit kun je vragen:',
    card: 'Een kaart van een andere app kan ik niet lezen. Dit kun je wel vragen:',
  },
  noFiles: 'Met een bestand kan ik hier niets. Dit kun je wel vragen:',
  language: 'Ik ga verder in het Nederlands.',
  listTitle: 'Mijn plichten',
  listEmpty: 'Er staat niets voor je open.',
  overviewTitle: 'Overzicht',
  overviewEmpty: 'Er staat niets open en er zijn geen problemen.',
  overviewRest: (left: number) => `De rest (${String(left)})`,
  overviewPart: (from: number, to: number, of: number) =>
    `${String(from)} tot en met ${String(to)} van ${String(of)}`,
  overviewMore: 'Er zijn er nog meer dan hier passen. Handel eerst deze af.',
  count: { open: 'Open', late: 'Te laat', problem: 'Probleem' },
  channelIsYours:
    'Dit is nu het IT-kanaal. Elke plicht krijgt hier één bericht dat de stand volgt. Typ ‘nieuwe plicht’ om er zelf een te openen.',
  channelAlready: 'Dit is al het IT-kanaal.',
  noChannel:
    'Er is geen IT-kanaal. Typ in een kanaal van je team ‘gebruik dit kanaal’ om de plichten daar te zien.',
  channelMoved:
    'Het IT-kanaal is verplaatst naar een ander kanaal. Hier verschijnt niets nieuws meer.',
  onlyInChannel: 'Dit werkt in een kanaal van een team. Voeg mij daar toe en typ het daar.',
  onlyItTeam:
    'Dit doet alleen wie in het IT-team zit; een gast niet. Vraag een collega van het IT-team.',
  onlyInItChannel:
    'Dit kan in het IT-kanaal. Is dit het kanaal van je IT-team, typ dan eerst ‘gebruik dit kanaal’.',
  onlyOverseers:
    'Dit is voor het IT-team en de auditor. Stuur mij ‘mijn plichten’ voor wat er voor jou openstaat.',
  onlyPersonal: 'Dit gaat over jou alleen. Stuur het mij in een persoonlijke chat.',
  notYours: 'Deze plicht staat niet op jouw naam. Vraag je IT-team als dat niet klopt.',
  dutyGone: 'Deze plicht is er niet meer.',
  outdated: 'Deze knop werkt niet meer. Typ ‘mijn plichten’ voor wat er nu openstaat.',
  below: 'Zie het bericht hieronder.',
  slow: 'Dit wordt verwerkt en duurt langer dan anders. De kaart volgt vanzelf.',
  nothingDone:
    'Hiermee is niets vastgelegd. Stuur mij ‘mijn plichten’, dan zie je wat er voor je klaarstaat.',
  stranger:
    'Ik heb niets vastgelegd: ik herken alleen wie met een account van de organisatie is aangemeld. Meld je aan in Teams en probeer het opnieuw.',
  failed:
    'Dit lukte niet en er is niets vastgelegd. Probeer het over een minuut opnieuw; je invoer hierboven blijft staan.',
  newDutyOpen: 'Plicht openen',
  formWrong: 'Dit is niet goed ingevuld.',
  /** Somebody whose name is not known. */
  colleague: 'een collega',
  unknownPerson: 'Deze collega ken ik niet. Wie de bot installeert, is hier te kiezen.',
  ambiguousPerson: (names: string) =>
    `Er zijn er meer met die naam: ${names}. Vul de hele naam in.`,
  nobodyKnown: 'Nog niemand heeft de bot geïnstalleerd. Vraag je collega dat eerst te doen.',
  transfer: {
    openAlready:
      'Je hebt al een overdracht openstaan waarvan nog niet is gezegd wat je stuurt. De kaart komt hieronder.',
    system: 'Gegevensoverdracht',
    reference: 'OVD',
    title: (day: string) => `Overdracht van ${day}`,
    data: 'Je wilt gegevens versturen. Vul in wat het is en aan wie; dan zie je of de weg mag.',
  },
};

const en: typeof nl = {
  appName: 'Shared Duty',
  welcome:
    'I am Shared Duty. When there is something for you to check in a system of your vendor, you get a card here and answer on it.',
  privacy:
    'I keep your name and your answers, as evidence. Your IT team and the auditor see them; the vendor sees those about its own duties.',
  limits:
    'I understand fixed words and short sentences about your duties only. An answer counts only once you press its button.',
  examples: [
    {
      word: 'CHG-1234 tested, invoice run wrong',
      does: 'brings your card, filled in',
      who: 'everybody',
    },
    { word: 'draw 5 changes, start number 20261123', does: 'draws a sample', who: 'overseer' },
    { word: 'dossier 2026 Q4', does: 'gets you the evidence of that quarter', who: 'overseer' },
  ],
  example: (typed, does) => `Or a sentence: “${typed}” ${does}.`,
  helpTitle: 'You can type this',
  greeting: (name) => `Hello ${name}. Do you want to see what is open for you?`,
  thanks: 'You’re welcome.',
  unknown: 'I do not understand that. You can ask this:',
  whichOne: 'Which duty is it about?',
  notUnderstood: 'I do not understand that. Type “help” for what you can ask.',
  nextOpen: (duty) => `First on your list: ${duty}`,
  thisIsOpen: 'This is still open for you:',
  isAnswered: (reference) => `${reference} has been answered already.`,
  isWithdrawn: (reference) => `${reference} was withdrawn.`,
  nothingAnswered: 'I cannot find an answer of yours from the last few months.',
  who: 'I am Shared Duty, a bot. I bring you what you have to look at and keep your answer as evidence. I read only what you send me.',
  anger: 'I am sorry about that. If you want a person, type “I want to talk to a person”.',
  contact: (channel, name) =>
    [
      'Your IT team looks after me and can help you.',
      ...(name === undefined ? [] : [`Send ${name} a message.`]),
      ...(channel === undefined ? [] : [`Or ask in the channel ${channel}.`]),
    ].join(' '),
  away: (day) => `You are away until ${day}.`,
  awayEnd: 'I am back',
  dutyIsDue: (reference, due) => `${reference}: ${due}.`,
  noSuchDuty: (reference) =>
    `No duty with the reference ${reference} waits for you. This is open for you:`,
  unreadable: {
    picture: 'I cannot look at a picture. Type what it shows. You can ask this:',
    sticker: 'I do not understand a sticker or GIF. You can ask this:',
    voice: 'I cannot hear a voice message. Type what you want to say. You can ask this:',
    video: 'I cannot watch a video. Type what you want to say. You can ask this:',
    card: 'I cannot read a card of another app. You can ask this:',
  },
  noFiles: 'I cannot do anything with a file here. You can ask this:',
  language: 'I will continue in English.',
  listTitle: 'My duties',
  listEmpty: 'Nothing is open for you.',
  overviewTitle: 'Status',
  overviewEmpty: 'Nothing is open and there are no problems.',
  overviewRest: (left) => `The rest (${String(left)})`,
  overviewPart: (from, to, of) => `${String(from)} to ${String(to)} of ${String(of)}`,
  overviewMore: 'There are more than fit here. Settle these first.',
  count: { open: 'Open', late: 'Late', problem: 'Problem' },
  channelIsYours:
    'This is the IT channel now. Each duty gets one message here that follows its state. Type “new duty” to open one yourself.',
  channelAlready: 'This is the IT channel already.',
  noChannel:
    'There is no IT channel. Type “use this channel” in a channel of your team to see the duties there.',
  channelMoved: 'The IT channel was moved to another channel. Nothing new appears here any more.',
  onlyInChannel: 'This works in a channel of a team. Add me there and type it there.',
  onlyItTeam:
    'Only members of the IT team can do this, not guests. Ask a colleague of the IT team.',
  onlyInItChannel:
    'This can be done in the IT channel. If this is your IT team’s channel, type “use this channel” first.',
  onlyOverseers:
    'This is for the IT team and the auditor. Send me “my duties” for what is open for you.',
  onlyPersonal: 'This is about you alone. Send it to me in a personal chat.',
  notYours: 'This duty is not in your name. Ask your IT team if that is not right.',
  dutyGone: 'This duty is no longer there.',
  outdated: 'This button no longer works. Type “my duties” for what is open now.',
  below: 'See the message below.',
  slow: 'This is being processed and takes longer than usual. The card follows by itself.',
  nothingDone: 'Nothing was recorded by this. Send me “my duties” to see what waits for you.',
  stranger:
    'I recorded nothing: I only know people who are signed in with an account of the organisation. Sign in to Teams and try again.',
  failed:
    'This did not work and nothing was recorded. Try again in a minute; what you filled in above is still there.',
  newDutyOpen: 'Open duty',
  formWrong: 'This is not filled in correctly.',
  colleague: 'a colleague',
  unknownPerson: 'I do not know this colleague. Whoever installs the bot can be chosen here.',
  ambiguousPerson: (names) => `There are several of that name: ${names}. Fill in the whole name.`,
  nobodyKnown: 'Nobody has installed the bot yet. Ask your colleague to do that first.',
  transfer: {
    openAlready:
      'You already have an open transfer that does not say yet what you are sending. Its card follows below.',
    system: 'Data transfer',
    reference: 'TRF',
    title: (day) => `Transfer of ${day}`,
    data: 'You want to send data. Fill in what it is and who gets it; then you see whether the route is allowed.',
  },
};

/** What the bot says in chat, beside the words on the cards of duties. */
export const chatTexts: InEachLanguage<typeof nl> = { nl, en };
