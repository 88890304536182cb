namespace PolicyGraph.GraphQL;

/// <summary>The values of <c>extensions.code</c> that the engine itself gives.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document breaks a validation rule.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The request itself is malformed: no query, wrong types of its members.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A variable or argument has no value of its type.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>A key is needed, and there is none or an unknown one.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>Whoever asks may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>No operation of that name, or several and no name given.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>A mutation came by GET.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>A limit was passed: tokens, depth, aliases, fields, price or bytes of the response.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The operation took longer than it may.</summary>
    public const string TimedOut = "TIMED_OUT";

    /// <summary>Too much is asked of the service at one time; the same may be asked again later.</summary>
    public const string Overloaded = "OVERLOADED";

    /// <summary>The hash is not known here; send it again with the text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Persisted documents are not offered here.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>A subscription ended because its client fetched more slowly than events came.</summary>
    public const string SubscriberTooSlow = "SUBSCRIBER_TOO_SLOW";

    /// <summary>Something failed that the client cannot help.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
}
