// @ts-check
/* The one global of a lesson. Every other script hangs its part on it. */
/** @type {Lessonkit.Namespace} */
var lessonkit = lessonkit || /** @type {any} */ ({ questions: {}, versions: {}, xapi: {} });
