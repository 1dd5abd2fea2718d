import type { FileTimers } from './files-transfer.ts';

/** Teams shows an error when a click gets no answer within five seconds ("Universal Actions"). */
const patienceSeconds = 4;

/** Whether work ends in time; it goes on all the same where it does not. */
export async function inTime(
  timers: FileTimers,
  work: Promise<unknown>,
): Promise<'in-time' | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = timers.after(patienceSeconds, () => {
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
