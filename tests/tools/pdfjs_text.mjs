// usage: node pdfjs_text.mjs FILE.pdf [FOLDER]
// The text of a PDF as pdf.js (Firefox's viewer) gives it, each page ended by a form feed.  pdfjs-dist is looked for in
// FOLDER/node_modules (out/node).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, folder = 'out/node'] = process.argv.slice(2);
const found = createRequire(resolve(folder, 'package.json')).resolve('pdfjs-dist/legacy/build/pdf.mjs');
console.log = () => {}; // on loading it warns, on standard output, that it cannot draw
const { getDocument, VerbosityLevel } = await import(pathToFileURL(found));

const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
});
const document = await task.promise;
for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    process.stdout.write(items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n\f');
    page.cleanup();
}
await task.destroy();
