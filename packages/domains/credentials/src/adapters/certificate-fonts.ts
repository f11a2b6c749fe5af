import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CertificateFonts } from './pdf-parts.ts';

/** Names of the files, as they lie beside a bundle. */
export const certificateFontFiles = {
  regular: 'PlusJakartaSans_400Regular.ttf',
  bold: 'PlusJakartaSans_700Bold.ttf',
} as const;

/** Plus Jakarta Sans (OFL): of the installed package, or of the folder that a bundle brings along. */
export async function loadCertificateFonts(folder?: string): Promise<CertificateFonts> {
  const paths = folder === undefined ? installed() : inFolder(folder);
  const [regular, bold] = await Promise.all([readFile(paths.regular), readFile(paths.bold)]);
  return { regular, bold };
}

const inFolder = (folder: string) => ({
  regular: join(folder, certificateFontFiles.regular),
  bold: join(folder, certificateFontFiles.bold),
});

function installed() {
  const require = createRequire(import.meta.url);
  return {
    regular: require.resolve(
      '@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf',
    ),
    bold: require.resolve('@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf'),
  };
}
