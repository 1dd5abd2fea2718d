import { createHash } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

// SHA-256 and the content of a time stamp, as RFC 5754 and RFC 3161 number them.
const sha256Id = '2.16.840.1.101.3.4.2.1';
const timeStampId = '1.2.840.113549.1.9.16.1.4';

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
  | { readonly ok: true; readonly at: string; readonly token: Uint8Array }
  | { readonly ok: false; readonly problem: string };

const no = (problem: string): StampReading => ({ ok: false, problem });

/** Reads the answer of a time stamp authority; the token in it must be one of this text. */
export async function readStampAnswer(answer: Uint8Array, text: string): Promise<StampReading> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(answer));
    // RFC 3161, section 2.4.2.
    const isGranted = [PKIStatus.granted, PKIStatus.grantedWithMods].includes(status.status);
    if (!isGranted || !timeStampToken) return no('the authority granted no time stamp');
    return await checkStamp(new Uint8Array(timeStampToken.toSchema().toBER()), text);
  } catch {
    return no('the answer is no time stamp');
  }
}

/**
 * Whether a token stamps this very text, and is signed by the certificate that it carries. Whose certificate that
 * is, whoever reads it has to judge: no root is trusted here.
 */
export async function checkStamp(token: Uint8Array, text: string): Promise<StampReading> {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(bufferOf(token)).content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== timeStampId || !eContent) return no('the token is no time stamp');
    const info = TSTInfo.fromBER(eContent.getValue());
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const same = Buffer.from(hashedMessage.getValue()).equals(imprintOf(text));
    if (hashAlgorithm.algorithmId !== sha256Id || !same) return no('it stamps something else');
    const data = bufferOf(Buffer.from(text, 'utf8'));
    const isSigned = await signed.verify({ signer: 0, data, checkChain: false });
    if (!isSigned) return no('its signature does not fit');
    return { ok: true, at: info.genTime.toISOString(), token };
  } catch {
    return no('its signature cannot be verified');
  }
}
