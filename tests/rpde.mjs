// Walks a feed with OpenActive's validator and prints what it finds: node rpde.mjs MODULE URL
const [, , modulePath, url] = process.argv;
const { default: { RpdeValidator } } = await import(modulePath);

const log = await RpdeValidator(url, { requestDelayMs: 0, timeoutMs: 20000, pageLimit: 20 });
const errors = log.pages.flatMap((page) => page.errors.map((error) => ({
  page: page.url, severity: error.severity, type: error.type, message: error.message,
})));
process.stdout.write(JSON.stringify({ pages: log.pages.length, errors }));
