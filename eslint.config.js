import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The rules of the compiler's companions, and the architecture as far as an editor can show it while
 * you type; tests/architecture.test.ts holds the same and more.
 */

// What each folder of bot/ may not import, beside the packages that have one home.
const edges = ['chat', 'delivery', 'http', 'teams', 'evidence'];
const shared = ['ports', 'views', 'casework', 'features'];
const above = {
  sentences: ['kinds', 'duty', 'tenant', 'store', 'files', ...shared, ...edges],
  kinds: ['duty', 'tenant', 'store', 'files', ...shared, ...edges],
  files: ['duty', 'tenant', 'store', ...shared, ...edges],
  duty: ['tenant', 'store', 'files', ...shared, ...edges],
  tenant: ['store', 'files', ...shared, ...edges],
  ports: ['views', 'casework', 'features', 'store', ...edges],
  views: ['casework', 'features', 'store', 'files', ...edges],
  casework: ['features', 'store', 'files', ...edges],
  features: ['store', ...edges],
  store: ['views', 'casework', 'features', 'files', ...edges],
  ...Object.fromEntries(edges.map((edge) => [edge, edges.filter((other) => other !== edge)])),
};
const homes = {
  teams: '^(botbuilder|botframework-.+)$',
  http: '^(restify|raw-body)$',
  store: '^@azure/',
};

const forbidden = (regex, message) => ({ regex, message });
const packagesOf = (folder) =>
  Object.entries(homes)
    .filter(([home]) => home !== folder)
    .map(([home, packages]) => forbidden(packages, `Only bot/${home} knows this package.`));
const importsOf = (folder, folders) => ({
  files: [`bot/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...packagesOf(folder),
          forbidden(
            `^(\\.\\./)+(${folders.join('|')})/`,
            `bot/${folder} may not know this folder.`,
          ),
          forbidden(
            '^(\\.\\./)+(app|start|main)\\.ts$',
            'Nothing but the start knows how all is wired.',
          ),
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'devTools/', 'node_modules/', '.azurite/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      // Index signatures are written with brackets (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      // Numbers read well in a text; everything else is put into words first.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A member that is left out is named `_`.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      // Both are plain; the shape of the thing decides.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `typeof import(…)` is the type of what `createRequire` loads.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // What a table of fields has read is text where the field says so; the compiler cannot follow it there.
      '@typescript-eslint/no-base-to-string': 'off',
      // `fromColumns<Duty>(row)` names what a trusted row holds.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An async function turns what it throws into a rejection, also where it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['bot/**/*.ts', 'cards/**/*.ts', 'manifest/**/*.ts'],
    rules: { '@typescript-eslint/max-params': ['error', { max: 3 }] },
  },
  {
    // What comes from outside may be long: no pattern may cost more than its length, wherever it is used.
    files: ['bot/**/*.ts', 'cards/**/*.ts', 'manifest/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      // A sticky pattern is tried at one place only.
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
    },
  },
  {
    files: ['bot/**/*.ts', 'cards/**/*.ts'],
    ignores: [
      'bot/start.ts',
      'bot/main.ts',
      'bot/evidence/main.ts',
      'bot/doctor/main.ts',
      'bot/demo/**',
    ],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from bot/settings.ts.' },
        { object: 'Date', property: 'now', message: 'The time is a parameter.' },
        { object: 'Math', property: 'random', message: 'Chance is a parameter.' },
        { object: 'URL', property: 'canParse', message: 'Wrong once hot: bot/web-address.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The time is a parameter.',
        },
        {
          selector: "CallExpression[arguments.length=0][callee.object.name='DateTime']",
          message: 'The time is a parameter.',
        },
      ],
    },
  },
  ...Object.entries(above).map(([folder, folders]) => importsOf(folder, folders)),
  {
    files: ['cards/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            forbidden(
              '^(?!\\./|\\.\\./[\\w-]+\\.ts$|luxon$|adaptivecards|node:module$)',
              'Cards know nothing but cards.',
            ),
          ],
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // A test reads foreign JSON; what it finds there is held against what it expects.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // A look too many does no harm in a test.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Fakes stand in for classes of the SDK, and their members are passed around.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
