/** The form of an export; another form has another name. */
export const format = 'shared-duty-evidence/2';
