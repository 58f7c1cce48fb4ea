/**
 * Runs an npm step for Maven only when its inputs changed since it last succeeded:
 *   node scripts/maven.mjs install|build
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MANIFESTS = ['package.json', 'package-lock.json', '.npmrc'];
const STEPS = {
  install: {
    command: ['install', '--no-audit', '--no-fund'],
    inputs: MANIFESTS,
    output: 'node_modules/vite/package.json',
    stamp: 'node_modules/.motorpool-stamp',
  },
  build: {
    command: ['run', 'build'],
    inputs: [...MANIFESTS, 'index.html', 'tsconfig.json', 'vite.config.ts', 'build', 'public', 'src'],
    output: 'target/classes/META-INF/resources/index.html',
    stamp: 'target/console-build.stamp',
  },
};

function filesOf(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

function digestOf(inputs) {
  const digest = createHash('sha256').update(process.version);
  const files = inputs.flatMap((input) => (/\.\w+$/.test(input) ? [input] : filesOf(input)));
  for (const file of files) digest.update(file).update('\0').update(readFileSync(file));
  return digest.digest('hex');
}

function run({ command, inputs, output, stamp }) {
  const digest = digestOf(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    console.log(`npm ${command.join(' ')}: up to date`);
    return 0;
  }
  rmSync(stamp, { force: true });
  const { status, error } = spawnSync('npm', command, { stdio: 'inherit' });
  if (error) console.error(`npm cannot be started (${error.message}). Install Node.js 20.19 or later with npm.`);
  if (status !== 0) return status ?? 1;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digestOf(inputs));
  return 0;
}

const step = STEPS[process.argv[2]];
if (!step) throw new Error(`usage: node scripts/maven.mjs ${Object.keys(STEPS).join('|')}`);
process.exitCode = run(step);
