import type { Timers } from '../ports/clock.ts';

/** Teams shows an error when a click gets no answer within five seconds ("Universal Actions"). */
export const clickSeconds = 4;
/** Teams sends a message again that was not answered within 15 seconds. */
export const messageSeconds = 10;
/** From when on a person is shown that the bot is at work. */
export const typingSeconds = 1;

/** Whether work ends in time; it goes on all the same where it does not. */
export async function inTime(
  timers: Timers,
  seconds: number,
  work: Promise<unknown>,
): Promise<'in-time' | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = timers.after(seconds, () => {
      resolve('late');
    });
    work
      .finally(() => {
        timer.cancel();
      })
      .then(() => {
        resolve('in-time');
      }, reject);
  });
}
