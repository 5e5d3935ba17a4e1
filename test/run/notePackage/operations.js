const { operations } = require('../../../dist/nodes/Growlytics/operations/list.js');
const { addNote } = require('./addNote.js');

exports.operations = [...operations, addNote];
