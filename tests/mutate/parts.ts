/** What is mutated in one run, and the fast tests that have to notice. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

export const parts = {
  /** What is let in at all. */
  guard: {
    mutate: ['bot/teams/guard.ts'],
    tests: ['tests/teams/guard.test.ts'],
  },
  /** Who may do what. */
  rights: {
    mutate: [
      'bot/chat/gate.ts',
      'bot/casework/rights/*.ts',
      'bot/casework/people/parties.ts',
      'bot/casework/people/requesters.ts',
      'bot/casework/it-team/members.ts',
      'bot/casework/it-team/overseers.ts',
      'bot/http/api/keys.ts',
    ],
    tests: [
      ...['it-team', 'parties', 'requesters', 'throttle'].map(
        (name) => `tests/casework/${name}.test.ts`,
      ),
      'tests/casework/rights.test.ts',
      'tests/chat/gate.test.ts',
      'tests/http/keys.test.ts',
    ],
  },
  /** What an answer means, and whose answers settle a duty. */
  answer: {
    mutate: ['bot/duty/answering/*.ts'],
    // Random stories and the store are left out: each mutant would cost seconds, and end by time.
    tests: [
      ...['answering', 'answering-exactly', 'handing-exactly', 'handing-on', 'left-open']
        .concat(['named-and-kept', 'owner-told', 'quorum', 'quorum-exactly'])
        .map((name) => `answering/${name}`),
      ...['confirming', 'following', 'negative-answer'].map((name) => `findings/${name}`),
      ...['delivering', 'reminders/turn', 'rules', 'withdrawing'],
    ].map((name) => `tests/duty/${name}.test.ts`),
  },
  /** What has to be carried out, by whom, when and how often. */
  outbox: {
    mutate: [
      'bot/delivery/lease.ts',
      'bot/delivery/pending.ts',
      'bot/delivery/retry.ts',
      'bot/delivery/run-batch.ts',
    ],
    tests: ['lease', 'pending', 'retry', 'run-batch'].map(
      (name) => `tests/delivery/${name}.test.ts`,
    ),
  },
} as const satisfies Readonly<Record<string, Part>>;
