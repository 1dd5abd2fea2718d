/** What a dossier says of what was held outside the store. */
export const witnessTexts = {
  nl: {
    witnessFolder: 'getuigen',
    witnessName: 'controlepunt.txt',
    heldName: 'waar.txt',
    held: (channelId: string | undefined, size: number) =>
      channelId === undefined
        ? 'Nog nergens: er is geen IT-kanaal waarin een controlepunt staat.'
        : `In het IT-kanaal ${channelId}: het controlepunt tot en met verklaring ${size} van log.ndjson.`,
  },
  en: {
    witnessFolder: 'witnesses',
    witnessName: 'checkpoint.txt',
    heldName: 'where.txt',
    held: (channelId: string | undefined, size: number) =>
      channelId === undefined
        ? 'Nowhere yet: there is no IT channel in which a checkpoint stands.'
        : `In the IT channel ${channelId}: the checkpoint up to statement ${size} of log.ndjson.`,
  },
};
