/**
 * One spelling for the path of a part of a workbook. Writers differ in slashes, capitals, a slash in front,
 * `./` and `%20`; to Open Packaging (ECMA-376 part 2, §6.2) they name the same part.
 */
export function partPath(written: string, folder = ''): string {
  const path = decoded(written).replaceAll('\\', '/');
  const from = path.startsWith('/') ? '' : folder;
  const names: string[] = [];
  for (const name of `${from}/${path}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/').toLowerCase();
}

/** The folder of a part. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch (error) {
    // A bare % that stands for itself.
    if (error instanceof URIError) return written;
    throw error;
  }
}
