// The one part of npm that reaches the browser; the build bundles it, since a strict policy allows no import map.
export { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
