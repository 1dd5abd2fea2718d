const kind = '[a-z]+(?:-[a-z]+)*';
const files: readonly RegExp[] = [
  /^(?:LEESMIJ|README)\.txt$/,
  /^(?:rapport|report)\.(?:html|pdf)$/,
  new RegExp(`^(?:plichten|duties)/${kind}-\\d{3,6}\\.html$`),
  new RegExp(`^(?:kaarten|cards)/${kind}-\\d{3,6}\\.(?:html|ndjson)$`),
  new RegExp(`^csv/${kind}\\.csv$`),
  /^(?:bijlagen|attachments)\/[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?$/,
  /^(?:getuigen|witnesses)\/(?:controlepunt|checkpoint|waar|where)\.txt$/,
  /^(?:getuigen|witnesses)\/\d{1,15}\.tst$/,
  /^controleer\.(?:html|py)$/,
  /^(?:records|log)\.ndjson$|^checkpoints\.txt$|^manifest\.json$/,
];

/** Whether a dossier has a file of this name: nothing else may lie in it, nor lead out of it. */
export const isDossierFile = (name: string): boolean => files.some((form) => form.test(name));
