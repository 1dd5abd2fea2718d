// The package's main entry does not load in Node (imports without extension); its bundle does, but has no types of its own.
declare module 'adaptivecards/dist/adaptivecards.js' {
  import * as adaptivecards from 'adaptivecards';
  export default adaptivecards;
}
