import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

const KEYUP = 'keydown only: the Enter that commits pinyin arrives as an ordinary keyup.'
const ONLY_BACKEND = { group: ['@tauri-apps/*'], message: 'Only src/backend knows Tauri.' }

export default ts.config(
  { ignores: ['dist', 'dist-*', 'src/components.d.ts', 'src/backend/bindings'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'no-restricted-imports': ['error', { patterns: [ONLY_BACKEND] }],
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.property.name='addEventListener'] > Literal[value='keyup']", message: KEYUP }],
      'vue/no-restricted-syntax': ['error', { selector: "VAttribute[directive=true][key.name.name='on'][key.argument.name='keyup']", message: KEYUP }],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Layout of templates is left to the editor.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      // Labels are tied to fields by id in parts/Field.vue, which the rule cannot see.
      'vuejs-accessibility/label-has-for': 'off',
      'vuejs-accessibility/form-control-has-label': 'off',
      'max-lines': ['error', 300],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'max-lines': ['error', 250] } },
  { files: ['src/backend/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/parts/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', {
        patterns: [ONLY_BACKEND, { group: ['**/backend', '**/backend/**'], allowTypeImports: true, message: 'Parts call no command.' }],
      }],
    },
  },
)
