export { looksLikeSecret } from '../../cards/secrets.ts';
