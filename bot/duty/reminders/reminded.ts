/** How far the reminders of a duty have come. */
export interface Reminded {
  /** The due date that they count from; another one begins anew. */
  readonly dueOn: string;
  /** The day before which no step counts: the card itself was the word of that day. */
  readonly since: string;
  readonly level: number;
}

/** The same for whatever else is waited for. */
export interface Followed extends Reminded {
  /** What is waited for, and in which finding; something else begins anew. */
  readonly awaited: string;
}
