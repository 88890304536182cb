using System.CommandLine;
using PolicyGraph.Commands;

var program = new RootCommand("Reads Chinese policy papers, keeps what they say as a graph, and answers questions about it over GraphQL.")
{
    ExtractCommand.Create(),
    VerifyCommand.Create(),
    IngestCommand.Create(),
    ServeCommand.Create(),
    QueryCommand.Create(),
    StatusCommand.Create(),
    RemoveCommand.Create(),
    ExportCommand.Create(),
};
return await ProgramCall.RunAsync(program, args);
