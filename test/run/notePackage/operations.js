const { operations } = require('../../../dist/nodes/Growlytics/operations/list.js');
const { addNote, previewNote } = require('./addNote.js');

exports.operations = [...operations, addNote, previewNote];
