// @ts-check
/* The pretend platform of `lessonkit play`: one global, filled by the scripts after this one. */
"use strict";

/** @type {Play.Root} */
const play = /** @type {any} */ ({ versions: {} });
