// Half of the narrowest client, 320 px wide: two short lines of words none of which is cut.
const longestLabel = 26;
const longestWord = 17;
// An example stands on one line, and so does what is chosen, beside an arrow.
const longestExample = 14;
const longestChosen = 12;

/** Whether an input can stand beside another one without anything of it being cut. */
export const fitsHalf = ({
  label,
  placeholder = '',
  values = {},
}: {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}): boolean =>
  placeholder.length <= longestExample &&
  Object.values(values).every((one) => one.length <= longestChosen) &&
  label.length <= longestLabel &&
  label.split(' ').every((one) => one.length <= longestWord);
