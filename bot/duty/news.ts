/** What people are told about what became of their answer. */
export type News =
  | 'reply-sent'
  | 'unsolved'
  | 'accepted'
  | 'withdrawn'
  | 'proven'
  | 'still-there'
  | 'reply-refused'
  /** To the owner of a finding that the customer solves: it is theirs, and what a verification showed. */
  | 'owner'
  | 'owner-again'
  | 'owner-solved'
  /** To whoever is to bear a risk, and to whoever picked somebody who said no. */
  | 'risk-asked'
  | 'loss-asked'
  | 'loss-accepted'
  | 'loss-refused'
  | 'risk-refused'
  /** To whoever bears a risk: it ends soon, or has ended. */
  | 'risk-ends'
  | 'risk-ended'
  | 'owner-refused';
