using System.CommandLine;
using PolicyGraph.Commands;

return await new RootCommand("Reads Chinese policy papers, keeps what they say as a graph, and answers questions about it over GraphQL.")
{
    ExtractCommand.Create(),
    VerifyCommand.Create(),
    IngestCommand.Create(),
    ServeCommand.Create(),
    QueryCommand.Create(),
    StatusCommand.Create(),
    RemoveCommand.Create(),
    ExportCommand.Create(),
}.Parse(args).InvokeAsync();
