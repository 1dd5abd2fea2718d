import { createHash } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from 'pkijs';
import { signedStamp } from './stamp-signature.ts';

// SHA-256, as RFC 5754 numbers it.
const sha256Id = '2.16.840.1.101.3.4.2.1';

const imprintOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Asks for a time stamp of a text (RFC 3161, section 2.4.1), with the certificate that signs it. */
export function stampRequest(text: string): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new OctetString({ valueHex: bufferOf(imprintOf(text)) }),
    }),
    // The text is another each time, so that an answer of before stamps something else.
    nonce: new Integer({ valueHex: bufferOf(imprintOf(text).subarray(0, 8).fill(1, 0, 1)) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** A time stamp, or why it is none. */
export type StampReading =
  | {
      readonly ok: true;
      readonly at: string;
      readonly token: Uint8Array;
      /** Who signed it, as its certificate says, and the SHA-256 of that. */
      readonly authority: string;
      readonly certificate: string;
    }
  | { readonly ok: false; readonly problem: string };

const no = (problem: string): StampReading => ({ ok: false, problem });

/** Reads the answer of a time stamp authority; the token in it must be one of this text. */
export function readStampAnswer(answer: Uint8Array, text: string): StampReading {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(answer));
    // RFC 3161, section 2.4.2.
    const isGranted = [PKIStatus.granted, PKIStatus.grantedWithMods].includes(status.status);
    if (!isGranted || !timeStampToken) return no('the authority granted no time stamp');
    return checkStamp(new Uint8Array(timeStampToken.toSchema().toBER()), text);
  } catch {
    return no('the answer is no time stamp');
  }
}

/**
 * Whether a token stamps this very text, and is signed by the certificate that it carries and names. Whose
 * certificate that is, whoever reads it has to judge: no root is trusted here.
 */
export function checkStamp(token: Uint8Array, text: string): StampReading {
  try {
    const signed = signedStamp(Buffer.from(token));
    if (typeof signed === 'string') return no(signed);
    const { at, imprint, authority, certificate } = signed;
    if (!imprint.equals(imprintOf(text))) return no('it stamps something else');
    return { ok: true, at, token, authority, certificate };
  } catch {
    return no('its signature cannot be verified');
  }
}
