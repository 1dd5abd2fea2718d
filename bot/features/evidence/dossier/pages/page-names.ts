export const storiesPerPage = 500;
/** The page on which the story of a duty of a kind stands, and on a page of that name its cards. */
export const storyPage = (kind: string, at: number): string =>
  `${kind}-${String(Math.floor(at / storiesPerPage) + 1).padStart(3, '0')}.html`;
