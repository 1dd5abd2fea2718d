/** The id of the input for one line of a `lines` field. */
export const lineInput = (field: string, at: number): string => `${field}-${String(at)}`;
export const dayInput = (field: string): string => `${field}-day`;
export const timeInput = (field: string): string => `${field}-time`;

/** The input in which the lines with one result are ticked: the places of the lines, with commas between them. */
export const tickInput = (field: string, value: string): string => `${field}-${value}`;

/** The input in which one choice is made for all lines, or that each line gets its own. */
export const togetherInput = (field: string): string => `${field}-all`;
export const eachItsOwn = 'each';

/** The input in which several yes-or-no fields are ticked; what is ticked is the first value of each. */
export const seenInput = 'seen';
export const seenValue = (field: string, value: string): string => `${field}:${value}`;
