// Passkeys: what the server says and wants is JSON, what the browser takes and gives are buffers. Newer browsers translate by themselves.
import { post } from './api.js';

const toUrl = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(''))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const fromUrl = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

const described = list => list?.map(one => ({ ...one, id: fromUrl(one.id) }));

/** Whether this browser can keep or use a passkey at this address at all. */
export const hasPasskeys = () => isSecureContext && 'PublicKeyCredential' in globalThis && Boolean(navigator.credentials);

/** The id that the server has drawn for whoever makes this passkey. */
export const ownerOf = options => new TextDecoder().decode(fromUrl(options.user.id));

/** Makes a passkey on this device. Gives `{ credential }` for the server, or `{ trouble, at }`: the name of a message and what stands in it. */
export const make = options => ceremony(options.rp.id, () => navigator.credentials.create({
  publicKey: PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: fromUrl(options.challenge),
    user: { ...options.user, id: fromUrl(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
  },
}));

/** Signs in with a passkey of this device, whoever it belongs to. Gives nothing if it went well, else `{ trouble, at }`. */
export async function signIn() {
  if (!hasPasskeys())
    return { trouble: 'no-passkeys' };
  const asked = await post('passkeys/options');
  if (!asked.ok)
    return { trouble: 'no-answer' };
  const { credential, ...failed } = await use(asked.content);
  if (!credential)
    return failed;
  const { ok, status } = await post('passkeys/sign-in', { credential });
  return ok ? null : { trouble: status === 403 ? 'refused' : 'no-answer' };
}

const use = options => ceremony(options.rpId, () => navigator.credentials.get({
  publicKey: PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: fromUrl(options.challenge),
    allowCredentials: described(options.allowCredentials),
  },
}));

async function ceremony(at, act) {
  try {
    const credential = await act();
    return credential ? { credential: credential.toJSON?.() ?? written(credential) } : { trouble: 'cancelled' };
  } catch (failure) {
    const trouble = troubles[failure.name];
    if (!trouble)
      throw failure;
    return { trouble, at };
  }
}

// A browser does not say whether somebody pressed "cancel", waited too long or has no passkey here: to a page these are one.
const troubles = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'here-already',
  SecurityError: 'wrong-address',
  NotSupportedError: 'no-passkeys',
  ConstraintError: 'no-passkeys',
};

function written({ id, type, response, authenticatorAttachment }) {
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].filter(part => response[part]);
  return {
    id,
    rawId: id,
    type,
    authenticatorAttachment,
    response: {
      ...Object.fromEntries(parts.map(part => [part, toUrl(response[part])])),
      ...(response.getTransports ? { transports: response.getTransports() } : {}),
    },
    clientExtensionResults: {},
  };
}
