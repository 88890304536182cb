using PolicyGraph.GraphQL;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Planning;

/// <summary>What a client is told when the store fails.</summary>
internal static class StoreFailures
{
    /// <summary>The failure as an error of the field: the store's own words where the client can do something about it.</summary>
    public static GraphQLException Tell(StoreException failure) =>
        failure.Code switch
        {
            StoreErrorCode.BadCursor or StoreErrorCode.BadRecord => new GraphQLException(ErrorCodes.BadUserInput, failure.Message, failure),
            StoreErrorCode.TooExpensive => new GraphQLException(ErrorCodes.LimitExceeded, failure.Message, failure),
            StoreErrorCode.Unavailable or StoreErrorCode.Conflict => new GraphQLException(
                "STORE_UNAVAILABLE",
                "The store does not answer at the moment; try again.",
                failure
            ),
            _ => new GraphQLException(
                ErrorCodes.InternalServerError,
                "The store failed to answer; the log of the service says why.",
                failure
            ),
        };
}
