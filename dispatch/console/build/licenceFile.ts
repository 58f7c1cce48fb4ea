import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Writes the licence texts of every bundled package into the build, as those licences ask. */
export function licenceFile(fileName: string): Plugin {
  const folders = new Set<string>();
  return {
    name: 'motorpool-licence-file',
    apply: 'build',
    moduleParsed(module) {
      const folder = packageFolder(module.id);
      if (folder) folders.add(folder);
    },
    generateBundle() {
      const source = [...folders].sort().map(notice).join('\n\n');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function packageFolder(moduleId: string): string | undefined {
  if (!moduleId.includes('/node_modules/')) return undefined;
  const file = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  let folder = dirname(file);
  while (!isPackage(folder)) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}

function isPackage(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && 'version' in JSON.parse(readFileSync(manifest, 'utf8'));
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const body = text ? readFileSync(join(folder, text), 'utf8').trim() : `License: ${manifest.license}`;
  return `${'='.repeat(72)}\n${manifest.name} ${manifest.version}\n${'='.repeat(72)}\n${body}`;
}
