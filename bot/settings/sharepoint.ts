// Azure's rule for the names of tenants, and Teams' storage below one label.
const host = /^[a-z0-9][a-z0-9-]{0,62}\.sharepoint\.com$/;

/**
 * Reads the SharePoint hosts on which the organisation's files stand, with commas; puts what is wrong with the
 * problems. Where none is named, every organisation's counts.
 */
export function readSharePointHosts(written: string, problems: string[]): ReadonlySet<string> {
  const hosts = written
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (hosts.some((name) => !host.test(name)))
    problems.push(
      'SHAREPOINT_HOSTS must be names such as contoso-my.sharepoint.com with commas between them.',
    );
  return new Set(hosts);
}
