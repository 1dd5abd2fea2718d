/** What a message is called, and when it was. */
interface Held {
  readonly when: string;
  readonly message: string | undefined;
}

const nl = {
  witnessFolder: 'getuigen',
  witnessName: 'controlepunt.txt',
  heldName: 'waar.txt',
  heldNowhere:
    'Nog nergens: er is geen IT-kanaal, leverancier of tijdstempel die een controlepunt heeft.',
  inChannel: (channelId: string) => `in het IT-kanaal ${channelId}, bericht`,
  atVendor: (vendor: string) => `bij leverancier ${vendor}, bericht`,
  asBlob: (container: string) => `als blob in de container ${container}:`,
  held: (size: number, where: string, { when, message = '–' }: Held) =>
    `Controlepunt tot en met verklaring ${size} van log.ndjson: ${where} ${message}, ${when}.`,
  stamped: (size: number, when: string, name: string) =>
    `Controlepunt tot en met verklaring ${size}: tijdstempel (RFC 3161) van ${when}, in ${name}. De opdrachtregel, controleer.html en controleer.py controleren de handtekening erin en noemen wie tekende. Van wie het certificaat echt is, beoordeel je zelf: openssl ts -verify -token_in -in ${name} -digest SHA-256 -CAfile ROOT.`,
};

const en: typeof nl = {
  witnessFolder: 'witnesses',
  witnessName: 'checkpoint.txt',
  heldName: 'where.txt',
  heldNowhere: 'Nowhere yet: there is no IT channel, vendor or time stamp that has a checkpoint.',
  inChannel: (channelId) => `in the IT channel ${channelId}, message`,
  atVendor: (vendor) => `at the vendor ${vendor}, message`,
  asBlob: (container) => `as a blob in the container ${container}:`,
  held: (size, where, { when, message = '–' }) =>
    `Checkpoint up to statement ${size} of log.ndjson: ${where} ${message}, ${when}.`,
  stamped: (size, when, name) =>
    `Checkpoint up to statement ${size}: time stamp (RFC 3161) of ${when}, in ${name}. The command line, controleer.html and controleer.py verify the signature in it and name who signed. Whose certificate that really is, you judge yourself: openssl ts -verify -token_in -in ${name} -digest SHA-256 -CAfile ROOT.`,
};

/** What a dossier says of what was held outside the store. */
export const witnessTexts = { nl, en };
