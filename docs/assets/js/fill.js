// A pattern with its gaps filled, in one pass: what is put in is not looked through again.

/** @type {(pattern: string, values: Record<string, any>) => string} */
export const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
