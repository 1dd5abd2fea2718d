import { connect } from 'node:net';

/** Sends lines as they are; returns what comes back until the other side hangs up or has answered. */
export function rawRequest(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(5000, () => socket.destroy(new Error(`No answer but: ${said}`)));
    socket.on('data', (text: string) => {
      said += text;
    });
    socket.on('error', (error) => {
      if (said === '') reject(error);
    });
    socket.on('close', () => {
      resolve(said);
    });
  });
}
