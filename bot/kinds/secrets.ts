export { looksLikeSecret, namesSecret } from '../../cards/secrets.ts';
